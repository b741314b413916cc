import { bannerFacts } from '../../../support/banner-facts'
import { playsAlone } from '../../../support/banner-rendering'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, fail } = rowsOf((changes: Parameters<typeof bannerFacts>[0]) => ({
  banner: bannerFacts(changes),
}))

const played = rowsOf((missing: string[]) => ({
  banner: bannerFacts({ missing: [{ from: 'index.html', to: 'a.png' }].slice(0, missing.length - 1) }),
  rendering: { ...playsAlone, missing },
}))

describeCheck('banner/missing-files', [
  pass('all there', {}),
  fail('one missing', { missing: [{ from: 'index.html', to: 'a.png' }] }, { saying: 'not in the archive.' }),
  fail(
    'another case',
    { missing: [{ from: 'index.html', to: 'img/Hero.jpg' }] },
    { saying: 'The archive has "img/hero.jpg"' },
  ),
  played.fail('a file that a script names in parts', ['img/1.png'], {
    saying: /^The page that plays loads "img/,
  }),
  played.fail('one of them named in the page: each told once', ['a.png', 'b.png'], {
    saying: /^"index.html" loads "a.png"[^\n]*\nThe page that plays loads "b.png"[^\n]*\n?$/,
  }),
])
