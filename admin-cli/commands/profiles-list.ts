import type { Command } from '../command'
import { table } from '../table'
import { profileShape } from '../shapes'

export const profilesList: Command = {
  name: 'profiles list',
  arguments: [],
  summary: 'List the profiles',
  examples: ['profiles list', 'profiles list --json'],
  json: [profileShape],
  options: [],
  run: ({ clientConfig, output }) => {
    const profiles = [...clientConfig().profiles.values()]
    output.data(
      profiles,
      table(
        [
          'PROFILE',
          { title: 'TITLE', isCut: true },
          'MEDIA',
          'CHECKS',
          { title: 'VERSION', isWideOnly: true },
        ],
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
