import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn } = rowsOf((changes: Parameters<typeof bannerFacts>[0]) => ({
  banner: bannerFacts(changes),
}))

describeCheck('banner/load', [
  pass('150 KB at once', { initialBytes: 153_600 }),
  warn('more at once', { initialBytes: 160_000 }, { saying: 'at once' }),
  warn('many megabytes together', { unpackedBytes: 5_000_000 }, { saying: 'together' }),
])
