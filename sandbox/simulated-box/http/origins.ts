import { collaborationRoutes } from '../routes/collaborations'
import { fileRoutes } from '../routes/files'
import { folderRoutes } from '../routes/folders'
import { oauthRoutes } from '../routes/oauth'
import { findRoute } from '../routes/route'
import type { Route } from '../routes/route'
import { preflightRoutes, uploadRoutes } from '../routes/uploads'
import { uploadSessionRoutes } from '../routes/upload-sessions'
import { userRoutes } from '../routes/users'
import { webhookRoutes } from '../routes/webhooks'
import { BoxError, refusals } from '../rules/box-error'
import type { SimulatedBoxContext } from '../context'
import type { Call } from './call'
import type { Door } from './serve-call'

/** `api.box.com`, the token endpoint included. */
export function apiDoor(world: SimulatedBoxContext): Door {
  const open = oauthRoutes(world)
  const items = [...preflightRoutes(world), ...fileRoutes(world), ...folderRoutes(world)]
  const routes = [...items, ...webhookRoutes(world), ...userRoutes(world), ...collaborationRoutes(world)]
  return {
    origin: 'api',
    find: (call) => findRoute(open, call) ?? findRoute(routes, call),
    admit: (call) => {
      if (!call.entry.path.startsWith('/oauth2/')) admit(world, call, routes)
    },
  }
}

/** `upload.box.com/api`. */
export function uploadDoor(world: SimulatedBoxContext): Door {
  const routes = [...uploadRoutes(world), ...uploadSessionRoutes(world)]
  return {
    origin: 'upload',
    find: (call) => findRoute(routes, call),
    admit: (call) => admit(world, call, routes),
  }
}

function admit(world: SimulatedBoxContext, call: Call, routes: readonly Route[]): void {
  const app = call.principal && world.store.apps.get(call.principal.appId)
  if (!call.principal || app?.isAuthorized === false) throw new BoxError(401, 'unauthorized', 'Unauthorized')
  const isUpload = call.entry.origin === 'upload'
  const retryAfterSeconds = world.limiter.retryAfterSeconds(
    call.principal.userId,
    isUpload ? 'upload' : 'call',
  )
  if (retryAfterSeconds !== undefined) throw refusals.rateLimited(retryAfterSeconds)
  const isOtherMethod =
    !findRoute(routes, call) && methods.some((method) => findRoute(routes, withMethod(call, method)))
  if (isOtherMethod) throw refusals.methodNotAllowed()
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']

function withMethod(call: Call, method: string): Call {
  return { ...call, entry: { ...call.entry, method } }
}
