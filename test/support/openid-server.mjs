// A real OpenID provider on loopback, in a process of its own: oidc-provider is an ES module. It signs in,
// without asking, the person that the cookie `person` names, lets a browser choose one of them on a page, and
// sends its issuer to the parent process.
import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const { clientId, clientSecret, people, host } = JSON.parse(process.argv[2] ?? '{}')
const server = createServer().listen(0, '127.0.0.1')
await once(server, 'listening')
const issuer = `http://${host}:${server.address().port}`
const scopes = ['openid', 'email', 'profile', 'groups']

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: ['http://127.0.0.1/sign-in/oidc/callback'],
      post_logout_redirect_uris: ['http://127.0.0.1/sign-in'],
    },
  ],
  claims: {
    ...{ openid: ['sub'], email: ['email', 'email_verified'] },
    ...{ profile: ['preferred_username'], groups: ['groups'] },
  },
  scopes,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
    grant.addOIDCScope(scopes.join(' '))
    await grant.save()
    return grant
  },
})
// The pages under test listen on any free port.
const onLoopback = (path) => (address) => new RegExp(`^http://127\\.0\\.0\\.1:\\d+${path}$`).test(address)
provider.Client.prototype.redirectUriAllowed = onLoopback('/sign-in/oidc/callback')
provider.Client.prototype.postLogoutRedirectUriAllowed = onLoopback('/sign-in')

const answer = provider.callback()
server.on('request', (request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response)
  const { pathname, searchParams } = new URL(request.url, issuer)
  if (request.headers.accept?.includes('text/html') && !searchParams.has('person')) {
    const links = Object.keys(people).map((one) => `<p><a href="${pathname}?person=${one}">${one}</a></p>`)
    return response.setHeader('content-type', 'text/html').end(links.join(''))
  }
  const accountId = searchParams.get('person') ?? /person=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  const cancelled = { error: 'access_denied', error_description: 'End-User aborted interaction' }
  return provider.interactionFinished(
    request,
    response,
    accountId === undefined ? cancelled : { login: { accountId } },
  )
})
process.send({ issuer })
process.on('disconnect', () => process.exit())
