import { catalogue } from '../../quality-control/checks/catalogue'
import { planChecks, profileProblems } from '../../quality-control/plan-checks'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { table } from '../output'
import { profileNamed } from '../client-config'

export const profilesShow: Command = {
  name: 'profiles show',
  arguments: ['<profile>'],
  summary: 'Show one profile: its checks with severities and settings, including defaults',
  options: [],
  run: ({ clientConfig, output }, [id = '']) => {
    const profile = profileNamed(clientConfig(), id)
    const problems = profileProblems(profile, catalogue())
    if (problems.length > 0) throw new CliError('config', problems.join('\n'), 'Correct the profile file')
    const checks = planChecks(profile, catalogue())
    const heading = [
      `${profile.title} (${profile.id}, version ${profile.version})`,
      profile.description,
      `Media: ${profile.media.join(', ')}. Extensions: ` +
        `${profile.extensions.join(', ')}. Largest upload: ${profile.maxBytes} bytes.`,
      ...(profile.platform === undefined
        ? []
        : [
            `Limits of ${profile.platform.name}, checked on ` +
              `${profile.platform.checkedOn}: ${profile.platform.source}`,
          ]),
    ]
    const rows = checks.map(({ id: check, severity, isRequired, settings }) => [
      check,
      severity,
      isRequired ? 'required' : '',
      Object.entries(settings)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(' '),
    ])
    output.data(
      { ...profile, checks },
      `${heading.filter((line) => line !== '').join('\n')}\n\n${table(['CHECK', 'SEVERITY', '', 'SETTINGS'], rows)}`,
    )
    return Promise.resolve(undefined)
  },
}
