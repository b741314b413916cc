import { isBoxError } from '../box/box-error'

/** What a person does when Box refuses our application itself; undefined for any other error. */
export function boxRemedy(error: unknown): string | undefined {
  if (isBoxError(error, 'unauthorized'))
    return (
      'Check the JWT config file (BOX_JWT_CONFIG_FILE) ' +
      'and that the app is authorized in the Admin Console.'
    )
  if (isBoxError(error, 'scope'))
    return (
      'Box Developer Console, Configuration, Application Scopes: write all files, and manage webhooks. ' +
      'Then a Box admin authorizes the app again in the Admin Console.'
    )
  return undefined
}
