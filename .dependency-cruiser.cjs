/** Who may import whom: the table of the house, executable. Type imports count. */

const rooms = ['workflows', 'activities', 'webhook-gateway', 'admin-cli', 'config', 'sandbox', 'test']
const contract = '^workflows/(contract|start-options)\\.ts$'
const roots = '(^|/)(worker|server|main)\\.ts$'
const nodeModules = 'node_modules/'
const npm = (...names) => names.map((name) => `node_modules/${name}/`)
const temporal = (...names) => npm(...names.map((name) => `@temporalio/${name}`))
const notTest = '^(?!test/)'

/** Modules in `from` may import what matches one of `allowed`, and nothing else. */
const only = (name, from, allowed, fromNot = []) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot.length > 0 && { pathNot: fromNot }) },
  to: { pathNot: allowed },
})

/** Rooms of the product that `from` may not import at all, but for `except`. */
const noRoom = (name, from, forbidden, except = [], fromNot = []) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot.length > 0 && { pathNot: fromNot }) },
  to: { path: forbidden.map((room) => `^${room}/`), ...(except.length > 0 && { pathNot: except }) },
})

/** Packages below @temporalio/ that `from` may import; the others not. */
const temporalOnly = (name, from, allowed, fromNot = []) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot.length > 0 && { pathNot: fromNot }) },
  to: { path: 'node_modules/@temporalio/', pathNot: temporal(...allowed) },
})

const others = (...own) => rooms.filter((room) => !own.includes(room))

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: notTest, pathNot: '^sandbox/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'roots-are-imported-by-nobody', severity: 'error', from: {}, to: { path: roots, pathNot: nodeModules } },

    only('workflows-decide-and-touch-nothing', '^workflows/', ['^workflows/', ...temporal('workflow')]),

    only('config-stands-alone', '^config/', [
      '^config/',
      ...npm(
        'convict',
        '@types/convict',
        'yaml',
        'proper-lockfile',
        '@types/proper-lockfile',
        'write-file-atomic',
        '@types/write-file-atomic',
      ),
      '^(node:)?(fs|fs/promises|path|crypto|os)$',
    ]),

    noRoom('activities-know-the-contract-alone', '^activities/', others('activities', 'config'), [contract]),
    noRoom('activities-get-config-as-values', '^activities/', ['config'], [], ['^activities/worker\\.ts$']),
    temporalOnly('activities-and-temporal', '^activities/', ['activity', 'common'], ['^activities/worker\\.ts$']),
    temporalOnly('worker-and-temporal', '^activities/worker\\.ts$', ['activity', 'common', 'worker', 'client', 'envconfig']),
    only('checks-are-pure', '^activities/checks/(file|image|pdf|video|audio|copy)/', [
      '^activities/checks/((check|same-pages|span-text|text-lines)\\.ts$|facts/)',
    ]),
    {
      name: 'box-has-one-room',
      severity: 'error',
      from: { path: notTest, pathNot: '^activities/box/' },
      to: { path: npm('box-node-sdk') },
    },
    {
      name: 'fluent-ffmpeg-has-one-file',
      severity: 'error',
      from: { path: notTest, pathNot: '^activities/probes/video/ffmpeg-command\\.ts$' },
      to: { path: npm('fluent-ffmpeg') },
    },

    noRoom('gateway-knows-the-contract', '^webhook-gateway/', others('webhook-gateway', 'config', 'activities'), [contract]),
    noRoom(
      'settings-look-into-the-catalogue-and-box',
      '^webhook-gateway/settings/',
      ['activities'],
      ['^activities/checks/catalogue\\.ts$', '^activities/box/'],
    ),
    noRoom('gateway-does-nothing-itself', '^webhook-gateway/', ['activities'], [], ['^webhook-gateway/settings/']),
    noRoom(
      'gateway-gets-config-as-values',
      '^webhook-gateway/',
      ['config'],
      [],
      ['^webhook-gateway/server\\.ts$', '^webhook-gateway/settings/'],
    ),
    temporalOnly('gateway-and-temporal', '^webhook-gateway/', ['client', 'common', 'envconfig']),

    noRoom('cli-asks', '^admin-cli/', others('admin-cli', 'config'), [
      contract,
      '^activities/index\\.ts$',
      '^activities/(checks|probes|box)/',
      '^activities/upload-report/render/',
    ]),
    temporalOnly('cli-and-temporal', '^admin-cli/', ['client', 'common', 'envconfig']),

    noRoom('sandbox-is-a-user', '^sandbox/', others('sandbox'), [contract]),
    temporalOnly('sandbox-and-temporal', '^sandbox/', ['client', 'common'], ['^sandbox/prepare/']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.sandbox)/' },
    enhancedResolveOptions: { conditionNames: ['import', 'require', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
}
