import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn, fail } = rowsOf((unwanted: ReturnType<typeof bannerFacts>['unwanted']) => ({
  banner: bannerFacts({ unwanted }),
}))

describeCheck('banner/unwanted-files', [
  pass('none', []),
  warn('a system file', [{ path: '.DS_Store', kind: 'system file' }]),
  fail('a program', [{ path: 'a.exe', kind: 'program' }], { saying: '"a.exe" is a program' }),
  fail('a link', [{ path: 'a', kind: 'link' }]),
])
