import { type CheckFinding, defineCheck } from '../check'

export default defineCheck({
  title: 'Banner loads nothing from elsewhere',
  failureTitle: 'Banner loads files from elsewhere',
  why:
    'Ad servers reject banners that load from other hosts. Such files may change or vanish, and tell ' +
    'strangers who sees the ad.',
  remedy: 'Put the files into the archive. Ask the publisher before you measure with a service of your own.',
  source: 'Google Ads, "Upload an HTML5 ad": only fonts and libraries that Google hosts; checked 2026-11-24',
  needs: ['banner'],
  mayRead: ['rendering'],
  severity: 'major',
  settings: {
    acceptedHosts: {
      doc: 'Hosts that may be called, with their subdomains',
      format: 'strings',
      default: [
        'fonts.googleapis.com',
        'fonts.gstatic.com',
        'ajax.googleapis.com',
        'tpc.googlesyndication.com',
        's0.2mdn.net',
        'code.jquery.com',
        'code.createjs.com',
      ],
    },
  },
  run: ({ banner: { external }, rendering }, { acceptedHosts }) => {
    const found = external.map(({ from, to }) => ({ to, what: `"${from}"` }))
    const named = new Set(external.map(({ to }) => withoutQuery(to)))
    const calls = rendering !== undefined && 'calls' in rendering ? rendering.calls : []
    for (const { to } of calls)
      if (!named.has(withoutQuery(to))) found.push({ to, what: 'The page that plays' })
    return found.flatMap(({ to, what }): CheckFinding[] => {
      const host = hostOf(to)
      const isAccepted = acceptedHosts.some((one) => host === one || host.endsWith(`.${one}`))
      if (!isAccepted)
        return [{ message: `${what} loads ${to}.`, measured: host, expected: 'only files of the archive' }]
      if (!/^http:/i.test(to)) return []
      return [
        {
          level: 'warn',
          message: `${what} loads ${to} without encryption, which browsers block.`,
          measured: 'http',
          expected: 'https',
        },
      ]
    })
  },
})

/** A script may add a counter to an address that it has as a text. */
const withoutQuery = (address: string) => address.replace(/[?#].*$/, '')

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address
}
