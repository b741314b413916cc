import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, fail } = rowsOf((changes: Parameters<typeof bannerFacts>[0]) => ({
  banner: bannerFacts(changes),
}))

describeCheck('banner/file-count', [
  pass('40 files', { fileCount: 40 }),
  fail('41 files', { fileCount: 41 }, { saying: '41 files' }),
])
