import { boundedNumber, digits, fieldsOf, userOf } from '../http/call'
import { apiErrors } from '../rules/api-error'
import type { User } from '../state/model'
import { userView } from '../views/users'
import type { SimulatedBoxContext } from '../context'
import type { Route } from './route'

export function userRoutes(context: SimulatedBoxContext): Route[] {
  const { store } = context
  return [
    {
      method: 'GET',
      path: '/2.0/users/me',
      run: (call) => ({
        status: 200,
        body: userView(store, userWith(context, userOf(call)), fieldsOf(call)),
      }),
    },
    {
      method: 'GET',
      path: '/2.0/users/:id',
      run: (call, { id }) => ({
        status: 200,
        body: userView(store, userWith(context, digits(id)), fieldsOf(call)),
      }),
    },
    {
      method: 'GET',
      path: '/2.0/users',
      run(call) {
        const [limit, offset] = [
          boundedNumber(call, 'limit', 100, 1000),
          boundedNumber(call, 'offset', 0, 300_000),
        ]
        const term = (call.entry.query.filter_term ?? '').toLowerCase()
        const found = [...store.users.values()].filter(
          (user) => user.kind !== 'anonymous' && isFound(user, term),
        )
        const entries = found
          .slice(offset, offset + limit)
          .map((user) => userView(store, user, fieldsOf(call)))
        return { status: 200, body: { total_count: found.length, entries, limit, offset } }
      },
    },
  ]
}

function userWith(context: SimulatedBoxContext, id: string): User {
  const user = context.store.users.get(id)
  if (!user || user.kind === 'anonymous') throw apiErrors.notFound()
  return user
}

function isFound(user: User, term: string): boolean {
  return user.login.toLowerCase().startsWith(term) || user.name.toLowerCase().startsWith(term)
}
