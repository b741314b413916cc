/** A worker cannot run with this configuration, and waiting does not help: the process ends with code 3. */
export class UnusableConfiguration extends Error {
  override readonly name = 'UnusableConfiguration'
}
