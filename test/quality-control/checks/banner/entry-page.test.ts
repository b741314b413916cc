import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn, fail } = rowsOf((changes: Parameters<typeof bannerFacts>[0]) => ({
  banner: bannerFacts(changes),
}))

describeCheck('banner/entry-page', [
  pass('index.html at the top', {}),
  fail('in a folder', { entry: 'ad/index.html' }, { saying: '"ad/index.html"' }),
  fail('another name', { entry: 'banner.html' }),
  pass(
    'another name that is accepted',
    { entry: 'ad.html', pages: ['ad.html'] },
    { settings: { isOtherNameAccepted: true } },
  ),
  warn('two pages', { pages: ['index.html', 'backup.html'] }, { saying: 'index.html, backup.html' }),
])
