import { bannerFacts } from '../../../support/banner-facts'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn, fail } = rowsOf((to: string) => ({
  banner: bannerFacts({ external: to === '' ? [] : [{ from: 'index.html', to }] }),
}))

describeCheck('banner/external-calls', [
  pass('none', ''),
  pass('Google’s fonts', 'https://fonts.googleapis.com/css?family=Roboto'),
  warn('the same without encryption', 'http://fonts.googleapis.com/css', { saying: 'without encryption' }),
  fail('a host whose name ends alike', 'https://evil-s0.2mdn.net.example/a.js'),
  fail('another host', 'https://cdn.example/a.js', { saying: 'loads https://cdn.example/a.js' }),
  pass('a host of the profile', 'https://a.cdn.example/b', { settings: { acceptedHosts: ['cdn.example'] } }),
])
