import { join } from 'node:path'

import { loadProfiles } from '../../../../config/profiles'
import { acceptFile, acceptProbed } from '../../../../quality-control/accept-file'
import { catalogue } from '../../../../quality-control/checks/catalogue'
import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { typeOf } from '../../../../quality-control/probes/detect-type'
import { runChecks } from '../../../../quality-control/run-checks'
import { probeBytes } from '../../../support/probe-file'
import { type ZipFile, zipOf } from '../../../support/zip-of'

afterAll(stopPooledChildren)

const profile = loadProfiles(join(__dirname, '../../../../config/profiles')).get('html5_display')

/** The rejection, or every check that does not pass. */
async function judge(bytes: Buffer): Promise<string[]> {
  if (profile === undefined) throw new Error('html5_display is missing')
  const probed = await probeBytes(bytes, { name: 'banner.zip' })
  const accepted = acceptFile(typeOf(bytes), profile, catalogue())
  if ('rejection' in accepted) return [`rejected: ${accepted.rejection.type} ${accepted.rejection.message}`]
  const plan = acceptProbed(probed, accepted, profile)
  if ('rejection' in plan) return [`rejected: ${plan.rejection.type} ${plan.rejection.message}`]
  const { results } = runChecks(
    { profile: { id: profile.id, title: profile.title, version: profile.version }, ...plan },
    probed,
    catalogue(),
  )
  return results
    .filter(({ status }) => status !== 'pass' && status !== 'not_applicable')
    .flatMap(({ check, status, findings }) => findings.map(({ message }) => `${check} ${status}: ${message}`))
}

const page = `<!doctype html><html><head><meta name="ad.size" content="width=300,height=250">
<link rel="stylesheet" href="css/style.css?v=2"><link rel="canonical" href="https://example.com/">
<!-- <script src="https://old.example/gone.js"></script> -->
<script>var clickTag = "https://www.example.com"; // fetch("https://commented.example/")
</script></head><body><a href="javascript:window.open(window.clickTag)">
<img alt="a > b" src="img/hero%20one.png"
srcset="img/hero%20one.png 1x, data:image/png;base64,AA 2x"></a>
<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg></body></html>`
const sound: ZipFile[] = [
  { path: 'index.html', content: page },
  { path: 'css/', content: '' },
  { path: 'css/style.css', content: "/* url(no.png) */ body{background:url( '../img/bg.png' )}" },
  { path: 'img/hero one.png', content: 'x' },
  { path: 'img/bg.png', content: 'y'.repeat(1000) },
]
const withPage = (content: string, ...more: ZipFile[]) =>
  zipOf([{ path: 'index.html', content }, ...sound.slice(1), ...more])

test('a sound banner passes: comments, namespaces, links and data addresses load nothing', async () => {
  expect(await judge(zipOf(sound))).toEqual([])
  const { facts, technicalFacts } = await probeBytes(zipOf(sound))
  expect(facts.banner).toMatchObject({ fileCount: 4, size: { widthPixels: 300, heightPixels: 250 } })
  expect(facts.banner?.initialBytes).toBe(facts.banner?.unpackedBytes)
  expect(technicalFacts).toContainEqual({ label: 'Size', value: '300 × 250 pixels' })
})

test.each<[string, Buffer, RegExp]>([
  ['no size', withPage(page.replace('ad.size', 'viewport')), /banner\/size fail/],
  ['another size', withPage(page.replace('=250', '=251')), /300 × 251 pixels, which is not/],
  ['a size without numbers', withPage(page.replace('width=300', 'width=auto')), /cannot be read/],
  ['no click tag', withPage(page.replaceAll('clickTag', 'target')), /banner\/click-tag fail/],
  [
    'a fixed link',
    withPage(page.replace('</body>', '<a href="https://shop.example">')),
    /past the ad server/,
  ],
  ['a script from elsewhere', withPage(`${page}<script src=//cdn.example/a.js></script>`), /cdn\.example/],
  [
    'a font from elsewhere',
    withPage(`${page}<style>@import "https://fonts.example/a.css";</style>`),
    /fonts\.example/,
  ],
  [
    'a call from a script',
    withPage(page, { path: 'a.js', content: 'new Image().src="http://t.example/p?"+Date.now()' }),
    /"a\.js" loads http:\/\/t\.example/,
  ],
  [
    'a missing image',
    withPage(page.replace('hero%20one', 'Hero%20one')),
    /The archive has "img\/hero one.png"/,
  ],
  ['a page in a folder', zipOf([{ path: 'ad/index.html', content: page }]), /banner\/entry-page fail/],
  ['an archive inside', withPage(page, { path: 'src.zip' }), /archive in the archive/],
  [
    'a symbolic link',
    withPage(page, { path: 'a.png', content: '/etc/passwd', isLink: true }),
    /symbolic link/,
  ],
  ['a path that leads out', withPage(page, { path: '../../a.png' }), /leads out of the archive/],
  [
    'system files',
    withPage(page, { path: '__MACOSX/._index.html' }),
    /unwanted-files warn: .*operating system/,
  ],
])('found: %s', async (_, bytes, saying) => {
  expect((await judge(bytes)).join('\n')).toMatch(saying)
})

test('files of Google’s hosts are accepted', async () => {
  const fonts = '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto">'
  expect(await judge(withPage(page + fonts))).toEqual([])
})

describe('hostile archives', () => {
  const good = zipOf(sound)
  test.each<[string, Buffer, RegExp]>([
    ['without a page', zipOf([{ path: 'a.txt', content: 'a' }]), /^rejected: unsupported .*no web page/],
    ['cut off', good.subarray(0, good.length / 2), /^rejected: corrupt The upload broke off/],
    [
      'with a password',
      zipOf([{ path: 'index.html', isEncrypted: true }]),
      /^rejected: unsupported .*password/,
    ],
    [
      'that states gigabytes',
      zipOf([{ path: 'index.html', statedBytes: 3e9 }]),
      /^rejected: unsupported .*at most/,
    ],
    [
      'of which a file is larger than stated',
      zipOf([{ path: 'index.html', content: Buffer.alloc(50 << 20), statedBytes: 10 }]),
      /file\/integrity fail/,
    ],
  ])('%s', async (_, bytes, saying) => {
    expect((await judge(bytes)).join('\n')).toMatch(saying)
  })
})
