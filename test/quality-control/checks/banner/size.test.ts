import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, fail } = rowsOf((changes: Parameters<typeof bannerFacts>[0]) => ({
  banner: bannerFacts(changes),
}))
const settings = { acceptedSizes: ['300x250', '728×90'] }

describeCheck('banner/size', [
  pass('any size', {}),
  pass('an accepted size', {}, { settings }),
  fail('another size', { size: { widthPixels: 90, heightPixels: 728 } }, { settings, saying: '90 × 728' }),
  fail('none stated', { size: undefined, sizeText: undefined }, { saying: 'does not state its size' }),
  fail('nothing that can be read', { size: undefined, sizeText: '300x250' }, { saying: 'cannot be read' }),
])
