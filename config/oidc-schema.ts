import { secret, text } from './setting'

/** The settings of the sign-in by OpenID Connect. Off until an issuer is set. */
export const oidcSchema = {
  issuer: {
    doc:
      'Issuer of the OpenID provider that signs people in, such as https://login.example.com/realms/qc. ' +
      'Empty: no sign-in by OpenID Connect',
    format: 'receiver',
    default: '',
    env: 'PAGES_OIDC_ISSUER',
  },
  clientId: text('Id of these pages at the provider', 'PAGES_OIDC_CLIENT_ID'),
  clientSecret: secret('Secret of these pages at the provider', 'PAGES_OIDC_CLIENT_SECRET'),
  clientSecretFile: text(
    'File that holds that secret; read again within 5 minutes after a change',
    'PAGES_OIDC_CLIENT_SECRET_FILE',
  ),
  scope: {
    doc: 'Scopes that the pages ask for, separated by spaces; some providers want one for groups',
    format: 'text',
    default: 'openid email profile',
    env: 'PAGES_OIDC_SCOPE',
  },
  userClaim: {
    doc:
      'Claim that names the user, in the pages, in histories and for PAGES_OIDC_ALLOWED_USERS, such as ' +
      'email or preferred_username. An e-mail address that the provider calls unverified lets nobody in',
    format: 'text',
    default: 'email',
    env: 'PAGES_OIDC_USER_CLAIM',
  },
  groupsClaim: {
    doc: 'Claim that lists the groups of a user',
    format: 'text',
    default: 'groups',
    env: 'PAGES_OIDC_GROUPS_CLAIM',
  },
  allowedUsers: text(
    'Users who are let in, separated by commas. A person needs one of the three: user, group or domain. ' +
      'Everybody who is let in is an admin',
    'PAGES_OIDC_ALLOWED_USERS',
  ),
  allowedGroups: text(
    'Groups whose members are let in, separated by commas; upper and lower case differ',
    'PAGES_OIDC_ALLOWED_GROUPS',
  ),
  allowedEmailDomains: text(
    'Domains of e-mail addresses that are let in, separated by commas, such as example.com; subdomains are ' +
      'not included',
    'PAGES_OIDC_ALLOWED_EMAIL_DOMAINS',
  ),
}
