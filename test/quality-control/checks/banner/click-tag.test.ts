import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn, fail } = rowsOf((isUsed: boolean) => ({
  banner: bannerFacts({ clickTag: { isUsed, fixedLinks: [] } }),
}))

describeCheck('banner/click-tag', [
  pass('a click tag', true),
  fail('none', false),
  pass('none where none is wanted', false, { settings: { isRequired: false } }),
  {
    ...warn('a link of its own', true, { saying: 'past the ad server' }),
    facts: { banner: bannerFacts({ clickTag: { isUsed: true, fixedLinks: ['https://a.example'] } }) },
  },
])
