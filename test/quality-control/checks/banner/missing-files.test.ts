import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, fail } = rowsOf((changes: Parameters<typeof bannerFacts>[0]) => ({
  banner: bannerFacts(changes),
}))

describeCheck('banner/missing-files', [
  pass('all there', {}),
  fail('one missing', { missing: [{ from: 'index.html', to: 'a.png' }] }, { saying: 'not in the archive.' }),
  fail(
    'another case',
    { missing: [{ from: 'index.html', to: 'img/Hero.jpg' }] },
    { saying: 'The archive has "img/hero.jpg"' },
  ),
])
