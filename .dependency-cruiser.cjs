/** Who may import whom: the import law of docs/architecture.md as a table. Type imports count. */

const rooms = [
  'quality-control',
  'box',
  'workflows',
  'runs',
  'activities',
  'webhook-gateway',
  'diagnosis',
  'notices',
  'admin-pages',
  'admin-cli',
  'config',
  'sandbox',
  'test',
]
const report = '^quality-control/report\\.ts$'
const qcTypes = '^quality-control/(report|profile)\\.ts$'
/** Catalogue, profiles and reports, for people to read. */
const pagesQc = [
  '^quality-control/(report|profile|plan-checks|waived|finding-key|acceptable-in)\\.ts$',
  '^quality-control/checks/(catalogue|check)\\.ts$',
  '^quality-control/report/(html|words|numbered-checks)\\.ts$',
]
const contract = '^workflows/(contract|steps|text|search-attributes)\\.ts$'
/** Their types only: `scheduled-workflows-give-types-alone`. */
const scheduled = '^workflows/scheduled/'
const startOptions = '^workflows/start-options\\.ts$'

/** room -> what it may import of the other rooms, and which packages of @temporalio. */
const law = {
  'quality-control': { rooms: [], temporal: [] },
  box: { rooms: [report], temporal: [] },
  workflows: { rooms: [report], temporal: ['workflow'] },
  runs: {
    rooms: [report, contract, scheduled, startOptions],
    temporal: ['client', 'common', 'envconfig', 'proto'],
  },
  activities: {
    rooms: ['^quality-control/', '^box/', contract, scheduled],
    temporal: ['activity', 'common'],
    except: '^activities/(worker/|(sweep-incoming|asset/find-idle)\\.ts$)',
  },
  'webhook-gateway': { rooms: ['^runs/', contract], temporal: [], except: '^webhook-gateway/server\\.ts$' },
  notices: { rooms: [contract], temporal: [] },
  diagnosis: {
    rooms: ['^quality-control/', '^box/', contract, '^runs/', '^config/'],
    temporal: ['client'],
  },
  'admin-pages': {
    rooms: [...pagesQc, '^box/', contract, '^runs/', '^config/', '^diagnosis/'],
    temporal: [],
  },
  'admin-cli': {
    rooms: [
      '^quality-control/',
      '^box/',
      contract,
      scheduled,
      '^runs/',
      '^config/',
      '^diagnosis/',
      '^notices/',
    ],
    temporal: ['client', 'common', 'envconfig'],
  },
  config: { rooms: [qcTypes, contract], temporal: [] },
  sandbox: {
    rooms: [contract, '^config/admin-users\\.ts$'],
    temporal: ['client', 'common'],
    except: '^sandbox/bootstrap/',
  },
}

const nodeModules = 'node_modules/'
const npm = (...names) => names.map((name) => `node_modules/${name}/`)
const temporal = (names) => names.map((name) => `node_modules/@temporalio/${name}/`)
const notTest = '^(?!test/)'

/** Modules in `from` may import what matches one of `allowed`, and nothing else. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})

const roomRules = Object.entries(law).flatMap(([room, { rooms: allowed, temporal: packages, except }]) => {
  const from = { path: `^${room}/`, ...(except === undefined ? {} : { pathNot: except }) }
  const others = rooms.filter((other) => other !== room).map((other) => `^${other}/`)
  return [
    { name: `${room}-rooms`, severity: 'error', from, to: { path: others, pathNot: allowed } },
    {
      name: `${room}-temporal`,
      severity: 'error',
      from,
      to: { path: 'node_modules/@temporalio/', pathNot: temporal(packages) },
    },
  ].map((rule) => (rule.to.pathNot.length > 0 ? rule : { ...rule, to: { path: rule.to.path } }))
})

/** A package that only one folder or file may import. */
const onlyIn = (packageName, location) => ({
  name: `${packageName}-has-one-importer`,
  severity: 'error',
  from: { path: notTest, pathNot: location },
  to: { path: npm(packageName) },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: notTest, pathNot: '^sandbox/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'roots-are-imported-by-nobody',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(server|main)\\.ts$', pathNot: nodeModules },
    },
    ...roomRules,
    only('workflows-touch-nothing', '^workflows/', ['^workflows/', report, ...temporal(['workflow'])]),
    {
      name: 'scheduled-workflows-give-types-alone',
      severity: 'error',
      from: { path: notTest, pathNot: '^workflows/' },
      to: { path: scheduled, dependencyTypesNot: ['type-only'] },
    },
    only('config-reads-files-alone', '^config/(?!(create-logger|announce-ready|listen)\\.ts$)', [
      '^config/',
      qcTypes,
      contract,
      ...npm('convict', '@types/convict', 'yaml', 'proper-lockfile', '@types/proper-lockfile'),
      ...npm('write-file-atomic', '@types/write-file-atomic'),
      '^(node:)?(fs|fs/promises|path|crypto|os)$',
    ]),
    only('checks-are-pure', '^quality-control/checks/(file|image|pdf|video|audio|banner|copy)/', [
      '^quality-control/size-text\\.ts$',
      '^quality-control/checks/(accepted-sizes|article|check|file-size|name-template' +
        '|same-pages|seconds-on-slate|span-text|super-text|text-lines)\\.ts$',
      '^quality-control/facts/',
    ]),
    only('facts-are-the-ground-floor', '^quality-control/facts/', ['^quality-control/(facts/|report\\.ts$)']),
    {
      name: 'worker-gets-config-at-its-root-alone',
      severity: 'error',
      from: { path: '^activities/', pathNot: '^activities/worker/(main|(sweep|notice)-dependencies)\\.ts$' },
      to: { path: '^config/' },
    },
    {
      name: 'only-the-sweep-starts-runs',
      severity: 'error',
      from: {
        path: '^activities/',
        pathNot:
          '^activities/(sweep-incoming|asset/find-idle|worker/(main|(sweep|notice)-dependencies))\\.ts$',
      },
      // A worker is a build of its deployment: that starts no run.
      to: { path: '^runs/', pathNot: '^runs/builds\\.ts$' },
    },
    onlyIn('box-node-sdk', '^box/'),
    onlyIn('fluent-ffmpeg', '^quality-control/probes/video/ffmpeg-command\\.ts$'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.sandbox)/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
