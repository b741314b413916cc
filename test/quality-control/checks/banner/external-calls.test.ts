import { bannerFacts } from '../../../support/banner-facts'
import { playsAlone } from '../../../support/banner-rendering'
import { describeCheck, rowsOf } from '../../../support/check-table'

const { pass, warn, fail } = rowsOf((to: string) => ({
  banner: bannerFacts({ external: to === '' ? [] : [{ from: 'index.html', to }] }),
}))

const whilePlaying = (to: string, named?: string) => ({
  banner: bannerFacts({ external: named === undefined ? [] : [{ from: 'a.js', to: named }] }),
  rendering: { ...playsAlone, calls: [{ to, isCode: false }] },
})
const played = rowsOf(({ to, named }: { to: string; named?: string }) => whilePlaying(to, named))

describeCheck('banner/external-calls', [
  pass('none', ''),
  pass('Google’s fonts', 'https://fonts.googleapis.com/css?family=Roboto'),
  warn('the same without encryption', 'http://fonts.googleapis.com/css', { saying: 'without encryption' }),
  fail('a host whose name ends alike', 'https://evil-s0.2mdn.net.example/a.js'),
  fail('another host', 'https://cdn.example/a.js', { saying: 'loads https://cdn.example/a.js' }),
  played.fail(
    'a call of the page that plays',
    { to: 'https://t.example/p' },
    { saying: 'page that plays loads' },
  ),
  played.pass('a call of the page that plays, to Google', {
    to: 'https://s0.2mdn.net/ads/studio/Enabler.js',
  }),
  played.fail(
    'a call that its script names: told once',
    { to: 'https://t.example/p?7', named: 'https://t.example/p?' },
    { saying: /^"a\.js" loads [^\n]*\n?$/ },
  ),
  pass('a host of the profile', 'https://a.cdn.example/b', { settings: { acceptedHosts: ['cdn.example'] } }),
])
