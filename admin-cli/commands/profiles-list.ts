import type { Command } from '../command'
import { table } from '../output'

export const profilesList: Command = {
  name: 'profiles list',
  arguments: [],
  summary: 'List the profiles',
  options: [],
  run: ({ clientConfig, output }) => {
    const profiles = [...clientConfig().profiles.values()]
    output.data(
      profiles,
      table(
        ['PROFILE', 'TITLE', 'MEDIA', 'CHECKS', 'VERSION'],
        profiles.map(({ id, title, media, checks, version }) => [
          id,
          title,
          media.join(' '),
          String(checks.length),
          version,
        ]),
      ),
    )
    return Promise.resolve(undefined)
  },
}
