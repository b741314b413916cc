import type { Client } from '../../config/parse-client'
import type { PagesDeps } from '../deps'
import { PageProblem } from '../page-request'

/** The client that the path names. Throws a PageProblem when there is none. */
export function clientNamed({ config }: Pick<PagesDeps, 'config'>, id = ''): Client {
  const client = config.clients().get(id)
  if (client !== undefined) return client
  throw new PageProblem(404, 'No such client', `There is no client "${id}" in clients.yaml.`)
}

export function clientPath({ id }: Pick<Client, 'id'>): string {
  return `/clients/${encodeURIComponent(id)}`
}
