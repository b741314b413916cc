import { bodyOf, boundedNumber, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { isObject, optionalText } from '../http/json'
import type { JsonObject } from '../http/json'
import { apiErrors } from '../rules/api-error'
import type { Comment } from '../state/model'
import { commentView } from '../views/comments'
import type { SimulatedBoxContext } from '../context'
import { fileFor } from './files'
import type { Parameters, Route } from './route'

/** Comments on files; answers to comments are not supported. */
export function commentRoutes(context: SimulatedBoxContext): Route[] {
  return [
    { method: 'POST', path: '/2.0/comments', run: (call) => create(context, call) },
    {
      method: 'GET',
      path: '/2.0/files/:id/comments',
      run: (call, parameters) => list(context, call, parameters),
    },
  ]
}

function create(context: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const file = fileFor(context, call, { id: targetOf(body) }, 'preview')
  const taggedMessage = optionalText(body, 'tagged_message') ?? ''
  const message = taggedMessage === '' ? (optionalText(body, 'message') ?? '') : shown(taggedMessage)
  if (message.trim() === '') throw apiErrors.missing('message')
  const comment: Comment = {
    id: context.store.nextId('comment'),
    message,
    taggedMessage,
    createdAt: new Date().toISOString(),
    createdBy: userOf(call),
  }
  file.comments = [...(file.comments ?? []), comment]
  context.store.changed()
  return { status: 201, body: commentView(context.store, file, comment, fieldsOf(call)) }
}

function list(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'see')
  const all = file.comments ?? []
  const [limit, offset] = [boundedNumber(call, 'limit', 100, 1000), boundedNumber(call, 'offset', 0, 300_000)]
  const entries = all
    .slice(offset, offset + limit)
    .map((one) => commentView(context.store, file, one, fieldsOf(call)))
  return { status: 200, body: { total_count: all.length, entries, limit, offset, order: [] } }
}

function targetOf({ item }: JsonObject): string {
  if (!isObject(item)) throw apiErrors.missing('item')
  const { id, type } = item
  if (type !== 'file') throw apiErrors.badRequest('item.type', 'expected file.', type)
  if (typeof id !== 'string') throw apiErrors.badRequest('item.id', 'expected a string.', id)
  return id
}

/** Mentions as people read them. */
function shown(taggedMessage: string): string {
  return taggedMessage.replace(/@\[\d+:([^\]]*)\]/g, '@$1')
}
