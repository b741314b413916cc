import { oidcSchema } from './oidc-schema'
import { address, text, wholeNumber } from './setting'

/** The settings of the admin pages. */
export const pagesSchema = {
  host: {
    doc: 'Address that the admin pages listen on, behind the company proxy',
    format: 'text',
    default: '127.0.0.1',
    env: 'PAGES_HOST',
  },
  port: wholeNumber('Port of the admin pages; 0 takes any free port', 'PAGES_PORT', 8090, 0, 65_535),
  publicUrl: {
    doc:
      'Origin under which people open the admin pages, such as https://qc.example.com; ' +
      'with https the session cookie is sent over https only. Empty: this host alone, by loopback',
    format: 'web-origin',
    default: '',
    env: 'PAGES_PUBLIC_URL',
  },
  usersFile: text('Users who may sign in; admin-cli users writes it', 'PAGES_USERS_FILE'),
  idleMinutes: wholeNumber(
    'A session ends after this time without a request, in minutes',
    'PAGES_IDLE_MINUTES',
    30,
    1,
    1440,
  ),
  maxSessionHours: wholeNumber(
    'A session ends after this time in any case, in hours',
    'PAGES_MAX_SESSION_HOURS',
    12,
    1,
    168,
  ),
  trustedUserHeader: text(
    'Header in which an authenticating proxy names the user, such as X-Forwarded-User; it must remove that ' +
      'header from requests. Every user whom the proxy lets through is an admin. Empty: people sign in here',
    'PAGES_TRUSTED_USER_HEADER',
  ),
  trustedProxyAddress: {
    doc: 'IP address of that proxy; the header counts in its requests only',
    format: 'text',
    default: '127.0.0.1',
    env: 'PAGES_TRUSTED_PROXY_ADDRESS',
  },
  oidc: oidcSchema,
  boxWebUrl: address('Web application of Box, for links', 'PAGES_BOX_WEB_URL', 'https://app.box.com'),
}
