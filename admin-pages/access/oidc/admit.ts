import type { OidcSettings } from '../../../config/oidc-settings'
import { printable } from '../../../workflows/text'

export type Claims = Readonly<Record<string, unknown>>

/** `reason` is a sentence for the person. */
export type Admission = { user: string } | { reason: string }

type Rules = Pick<OidcSettings, 'userClaim' | 'groupsClaim' | 'allowed'>

/** Who this is, when one of the rules lets this person in. To be known to the provider is not enough. */
export function admit(claims: Claims, { userClaim, groupsClaim, allowed }: Rules): Admission {
  const claimed = claims[userClaim]
  const user = typeof claimed === 'string' ? printable(claimed.trim(), 128) : ''
  if (user === '')
    return { reason: `The provider did not say who you are: the claim ${userClaim} is missing.` }
  if (userClaim === 'email' && isUnverified(claims))
    return { reason: `The provider says that the e-mail address ${user} is not verified.` }
  const domain = domainOf(claims)
  const isAllowed =
    allowed.users.has(user.toLowerCase()) ||
    groupsIn(claims, groupsClaim).some((group) => allowed.groups.has(group)) ||
    (domain !== undefined && allowed.emailDomains.has(domain))
  return isAllowed ? { user } : { reason: `You are ${user}, who may not use these pages.` }
}

/** The claims that `admit` needs and that are missing; an ID token need not have all. */
export function missingClaims(claims: Claims, { userClaim, groupsClaim, allowed }: Rules): string[] {
  const needed = [
    userClaim,
    ...(allowed.emailDomains.size > 0 ? ['email'] : []),
    ...(allowed.groups.size > 0 ? [groupsClaim] : []),
  ]
  return needed.filter((claim) => claims[claim] === undefined)
}

/** In lower case; undefined without a verified e-mail address. */
function domainOf(claims: Claims): string | undefined {
  const { email } = claims
  if (typeof email !== 'string' || isUnverified(claims)) return undefined
  return /^[^@\s]+@([^@\s]+)$/.exec(email)?.[1]?.toLowerCase()
}

/** Some providers, such as Entra ID, never say it; "false", also as a text, is a clear word. */
function isUnverified({ email_verified: isVerified }: Claims): boolean {
  return isVerified !== undefined && isVerified !== true && isVerified !== 'true'
}

function groupsIn(claims: Claims, groupsClaim: string): string[] {
  const groups = claims[groupsClaim]
  if (typeof groups === 'string') return [groups]
  return Array.isArray(groups) ? groups.filter((one): one is string => typeof one === 'string') : []
}
