import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { clientNamed, clientPath } from '../settings/client-named'

/** "Remove": the next run finds it again. */
export function removeWaiver(deps: PagesDeps): Handler {
  return async ({ params, form, session }) => {
    const client = clientNamed(deps, params.client)
    const { waivers } = deps.config
    const id = form.get('waiver') ?? ''
    const isOwn = waivers.list(client.id).some((one) => one.id === id)
    const removed = isOwn ? await waivers.remove(id, session.user) : undefined
    if (removed === undefined)
      throw new PageProblem(409, 'Not removed', 'It is not there any more: somebody else removed it.')
    deps.logger.info({ id, check: removed.check, user: session.user }, 'pages: a waiver was removed')
    const text = 'Removed. It no longer applies, starting with the next run. Reports stay as they are.'
    return { redirectTo: `${clientPath(client)}/settings/waivers`, notice: { kind: 'done', text } }
  }
}
