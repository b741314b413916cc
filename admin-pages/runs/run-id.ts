import { PageProblem } from '../page-request'

/** The workflow id that a link or a form names. Throws a PageProblem for one that is no upload's. */
export function runIdIn(fields: URLSearchParams): string {
  const workflowId = fields.get('id') ?? ''
  if (workflowId.startsWith('qc/')) return workflowId
  throw new PageProblem(404, 'No such run', 'The address names no run.')
}
