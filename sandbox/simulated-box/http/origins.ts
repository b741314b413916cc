import { collaborationRoutes } from '../routes/collaborations'
import { commentRoutes } from '../routes/comments'
import { fileRoutes } from '../routes/files'
import { thumbnailRoutes } from '../routes/thumbnails'
import { folderRoutes } from '../routes/folders'
import { oauthRoutes } from '../routes/oauth'
import { findRoute } from '../routes/route'
import type { Route } from '../routes/route'
import { preflightRoutes, uploadRoutes } from '../routes/uploads'
import { uploadSessionRoutes } from '../routes/upload-sessions'
import { userRoutes } from '../routes/users'
import { webhookRoutes } from '../routes/webhooks'
import { ApiError, apiErrors } from '../rules/api-error'
import type { SimulatedBoxContext } from '../context'
import type { Call } from './call'
import type { Origin } from './serve-call'

/** `api.box.com`, the token endpoint included. */
export function apiOrigin(context: SimulatedBoxContext): Origin {
  const open = oauthRoutes(context)
  const items = [
    ...preflightRoutes(context),
    ...fileRoutes(context),
    ...thumbnailRoutes(context),
    ...commentRoutes(context),
    ...folderRoutes(context),
  ]
  const routes = [
    ...items,
    ...webhookRoutes(context),
    ...userRoutes(context),
    ...collaborationRoutes(context),
  ]
  return {
    name: 'api',
    find: (call) => findRoute(open, call) ?? findRoute(routes, call),
    authorize: (call) => {
      if (!call.entry.path.startsWith('/oauth2/')) authorize(context, call, routes)
    },
  }
}

/** `upload.box.com/api`. */
export function uploadOrigin(context: SimulatedBoxContext): Origin {
  const routes = [...uploadRoutes(context), ...uploadSessionRoutes(context)]
  return {
    name: 'upload',
    find: (call) => findRoute(routes, call),
    authorize: (call) => authorize(context, call, routes),
  }
}

function authorize(context: SimulatedBoxContext, call: Call, routes: readonly Route[]): void {
  const app = call.principal && context.store.apps.get(call.principal.appId)
  if (!call.principal || app?.isAuthorized === false) throw new ApiError(401, 'unauthorized', 'Unauthorized')
  const isUpload = call.entry.origin === 'upload'
  const retryAfterSeconds = context.limiter.retryAfterSeconds(
    call.principal.userId,
    isUpload ? 'upload' : 'call',
  )
  if (retryAfterSeconds !== undefined) throw apiErrors.rateLimited(retryAfterSeconds)
  const isOtherMethod =
    !findRoute(routes, call) && methods.some((method) => findRoute(routes, withMethod(call, method)))
  if (isOtherMethod) throw apiErrors.methodNotAllowed()
  // A state that was stored before this scope existed has no answer.
  if (app?.writesFiles === false && isWrite(call.entry)) throw apiErrors.insufficientScope()
}

/** Of files and folders; webhooks have a scope of their own. */
function isWrite({ method, path }: Call['entry']): boolean {
  return method !== 'GET' && /\/(files|folders|collaborations|comments)\b/.test(path)
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']

function withMethod(call: Call, method: string): Call {
  return { ...call, entry: { ...call.entry, method } }
}
