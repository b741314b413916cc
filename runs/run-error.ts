/**
 * `unknown_form`: neither a workflow id nor a file id. `not_found`: no such run. `rejected`: the run did not
 * accept the instruction. `no_worker`: no worker answered in time.
 */
export type RunErrorKind = 'unknown_form' | 'not_found' | 'rejected' | 'no_worker'

/** A question or an instruction about a run that could not be answered. */
export class RunError extends Error {
  override readonly name = 'RunError'

  constructor(
    readonly kind: RunErrorKind,
    message: string,
    /** What to do next; undefined when the list of runs is all there is to say. */
    readonly next?: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
