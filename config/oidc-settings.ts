import { ConfigError } from './config-error'
import { readSecret } from './read-secret'
import type { Settings } from './settings'

/** How people sign in at an OpenID provider, and who of them is let in. */
export interface OidcSettings {
  issuer: string
  clientId: string
  /** As the file is now. Throws a ConfigError. */
  clientSecret: () => string
  scope: string
  /** Where the provider sends people back to. */
  redirectUri: string
  userClaim: string
  groupsClaim: string
  allowed: {
    /** In lower case. */
    users: ReadonlySet<string>
    groups: ReadonlySet<string>
    /** In lower case. */
    emailDomains: ReadonlySet<string>
  }
}

export const oidcPath = '/sign-in/oidc'
export const oidcCallbackPath = `${oidcPath}/callback`

/** Undefined when no provider is configured. Throws a ConfigError that names all that is missing or wrong. */
export function oidcSettings(pages: Settings['pages']): OidcSettings | undefined {
  const { oidc, publicUrl } = pages
  const problems = oidc.issuer === '' ? problemsWithoutIssuer(oidc) : problemsOf(pages)
  if (problems.length > 0) throw new ConfigError('sign-in by OpenID Connect', problems)
  if (oidc.issuer === '') return undefined
  const { issuer, clientId, scope, userClaim, groupsClaim } = oidc
  const clientSecret = () => secretOf(oidc)
  clientSecret()
  return {
    ...{ issuer, clientId, clientSecret, scope, userClaim, groupsClaim },
    redirectUri: `${publicUrl}${oidcCallbackPath}`,
    allowed: {
      users: new Set(listOf(oidc.allowedUsers.toLowerCase())),
      groups: new Set(listOf(oidc.allowedGroups)),
      emailDomains: new Set(listOf(oidc.allowedEmailDomains.toLowerCase())),
    },
  }
}

type Oidc = Settings['pages']['oidc']

/** A forgotten issuer must not look like a sign-in that is off on purpose. */
function problemsWithoutIssuer(oidc: Oidc): string[] {
  const { clientId, clientSecret, clientSecretFile, allowedUsers, allowedGroups, allowedEmailDomains } = oidc
  const set = [clientId, clientSecret, clientSecretFile, allowedUsers, allowedGroups, allowedEmailDomains]
  if (set.every((value) => value === '')) return []
  return ['PAGES_OIDC_ISSUER is empty, expected the address of the provider, or no PAGES_OIDC_… setting']
}

function problemsOf({ oidc, publicUrl, trustedUserHeader }: Settings['pages']): string[] {
  const { allowedUsers, allowedGroups, allowedEmailDomains } = oidc
  const isNobodyLetIn = [allowedUsers, allowedGroups, allowedEmailDomains].every(
    (list) => listOf(list).length === 0,
  )
  const wrongDomain = listOf(allowedEmailDomains).find((one) => !/^[\w-]+(\.[\w-]+)+$/.test(one))
  return [
    ...empty('PAGES_OIDC_CLIENT_ID', oidc.clientId, 'the id that the provider gave to these pages'),
    ...empty(
      'PAGES_OIDC_CLIENT_SECRET_FILE',
      oidc.clientSecretFile + oidc.clientSecret,
      'a file with the secret that the provider gave to these pages',
    ),
    ...empty(
      'PAGES_PUBLIC_URL',
      publicUrl,
      'the origin under which people open these pages: the provider sends them back to it',
    ),
    ...empty('PAGES_OIDC_USER_CLAIM', oidc.userClaim, 'a claim such as email'),
    ...empty('PAGES_OIDC_GROUPS_CLAIM', oidc.groupsClaim, 'a claim such as groups'),
    ...(oidc.scope.split(' ').includes('openid')
      ? []
      : [`PAGES_OIDC_SCOPE is "${oidc.scope}", expected scopes with openid among them`]),
    ...(isNobodyLetIn
      ? [
          'PAGES_OIDC_ALLOWED_USERS, PAGES_OIDC_ALLOWED_GROUPS and PAGES_OIDC_ALLOWED_EMAIL_DOMAINS are ' +
            'empty, expected at least one: nobody else is let in',
        ]
      : []),
    ...(wrongDomain === undefined
      ? []
      : [`PAGES_OIDC_ALLOWED_EMAIL_DOMAINS has "${wrongDomain}", expected domains such as example.com`]),
    ...(isAnyTenant(oidc.issuer)
      ? [`PAGES_OIDC_ISSUER is "${oidc.issuer}", expected the issuer of your own tenant, with its id`]
      : []),
    ...(trustedUserHeader === ''
      ? []
      : [
          `PAGES_TRUSTED_USER_HEADER is "${trustedUserHeader}", expected nothing: ` +
            'either a proxy or the provider signs people in',
        ]),
  ]
}

function empty(variable: string, value: string, expected: string): string[] {
  return value.trim() === '' ? [`${variable} is empty, expected ${expected}`] : []
}

/** There anybody can have a tenant, and give its users the e-mail addresses of others. */
function isAnyTenant(issuer: string): boolean {
  return /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i.test(issuer)
}

function secretOf({ clientSecret, clientSecretFile }: Oidc): string {
  if (clientSecretFile === '') return clientSecret
  const secret = readSecret(clientSecretFile, 'PAGES_OIDC_CLIENT_SECRET_FILE')
  if (secret !== '') return secret
  throw new ConfigError('PAGES_OIDC_CLIENT_SECRET_FILE', ['names an empty file, expected the secret'])
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
