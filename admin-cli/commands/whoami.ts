import type { Command } from '../command'
import { fields } from '../table'

export const whoami: Command = {
  name: 'whoami',
  arguments: [],
  summary: 'Show the service account: the identity that a Box admin must invite',
  examples: ['whoami', 'whoami --json'],
  details: 'Invite the login as Editor on INCOMING and REPORTS of each client.',
  json: { login: 'string', id: 'string', name: 'string', jwtConfigFile: 'string', apiUrl: 'string' },
  options: [],
  run: async ({ box, config, output }) => {
    const { login, id, name } = await (await box()).me()
    const { jwtConfigFile = '', apiUrl } = config().box
    output.data(
      { login, id, name, jwtConfigFile, apiUrl },
      fields([
        ['Login', login],
        ['User id', id],
        ['Name', name],
        ['Key file', jwtConfigFile],
        ['Box', apiUrl],
      ]),
    )
    return undefined
  },
}
