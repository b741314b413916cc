import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The code can be scanned and leads somewhere',
  failureTitle: 'The code is missing or leads nowhere',
  why: 'A code that does not scan, or leads to a wrong address, is a dead end for everyone who takes out a phone.',
  remedy:
    'Make the code again from the right address; leave a quiet margin around it and keep dark on light.',
  source: 'ISO/IEC 18004 (QR code)',
  needs: ['codes'],
  severity: 'major',
  settings: {
    isRequired: { doc: 'An asset without a readable code fails', format: 'boolean', default: false },
    acceptedHosts: {
      doc: 'Hosts that a web address may lead to, sub-domains included; empty accepts all',
      format: 'strings',
      default: [],
    },
  },
  run: ({ codes: { codes } }, { isRequired, acceptedHosts }) => {
    if (codes.length === 0 && !isRequired) return notApplicable('No code was found, and none is required.')
    if (codes.length === 0)
      return [{ message: 'No code could be read.', measured: 'no code', expected: 'a readable code' }]
    return codes.flatMap(({ text, format, page, x, y, width, height, atSeconds }) => {
      const problem = problemOf(text, acceptedHosts)
      if (problem === undefined) return []
      const box = { x, y, width, height }
      const at = {
        box,
        ...(page > 1 ? { page } : {}),
        ...(atSeconds === undefined ? {} : { startSeconds: atSeconds }),
      }
      return [
        {
          level: problem.level,
          message: `The ${format} says "${text.slice(0, 100)}": ${problem.message}`,
          at,
          measured: text.slice(0, 100),
          expected: problem.expected,
        },
      ]
    })
  },
})

/**
 * Contact cards, Wi-Fi keys and bar code numbers are no addresses: they only have to be readable, unless
 * hosts are named.
 */
function problemOf(text: string, acceptedHosts: string[]) {
  const looksLikeAddress = /^(?:https?|www\.)/i.test(text.trim())
  if (!looksLikeAddress && acceptedHosts.length === 0) return undefined
  const host = hostOf(text)
  if (host === undefined)
    return {
      level: 'fail' as const,
      message: 'that is no web address.',
      expected: 'an address such as https://example.com',
    }
  const isAccepted = acceptedHosts.some(
    (accepted) => host === accepted.toLowerCase() || host.endsWith(`.${accepted.toLowerCase()}`),
  )
  if (acceptedHosts.length > 0 && !isAccepted) {
    return {
      level: 'fail' as const,
      message: `the address leads to ${host}.`,
      expected: acceptedHosts.join(' or '),
    }
  }
  if (text.startsWith('https://')) return undefined
  return {
    level: 'warn' as const,
    message: 'the address does not begin with https://.',
    expected: 'https://',
  }
}

/** Only a full host name leads somewhere: `https://example` or an address with blanks does not. */
function hostOf(text: string): string | undefined {
  if (/\s/.test(text)) return undefined
  const match = /^https?:\/\/((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})(?::\d+)?(?:[/?#]|$)/iu.exec(text)
  return match?.[1]?.toLowerCase()
}
