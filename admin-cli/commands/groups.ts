export interface CommandGroup {
  /** What the commands are about, for `--help`. */
  summary: string
  /** Two or three complete calls without `admin-cli`, the most usual first. */
  examples: readonly string[]
}

/** The first page that a person sees. */
export const overview: CommandGroup = {
  summary: 'Administers the quality control of assets that arrive in Box.',
  examples: ['doctor', 'runs list --stuck', 'check photo.jpg --profile static_general'],
}

/** Commands of two words, by the first one. */
export const groups: Readonly<Record<string, CommandGroup>> = {
  clients: {
    summary: 'The clients of clients.yaml, and whether Box lets us serve them',
    examples: ['clients list', 'clients validate acme'],
  },
  profiles: {
    summary: "The sets of checks, and each client's default",
    examples: ['profiles list', 'profiles set-default acme video_general', 'profiles history acme'],
  },
  runs: {
    summary: 'The runs of uploads: list, follow, retry, check again, abandon',
    examples: ['runs list --stuck', 'runs show 1234567890', 'runs retry 1234567890 --wait'],
  },
  waivers: {
    summary: 'Findings that people accept, with their reasons',
    examples: ['waivers list acme', 'waivers add 1234567890 --finding 3 --reason Wanted'],
  },
  reports: {
    summary: 'The reports in Box: delete old ones',
    examples: ['reports prune --older-than 90d --dry-run', 'reports prune --older-than 90d --client acme'],
  },
  webhooks: {
    summary: 'The webhooks of the clients: check and repair them',
    examples: ['webhooks check', 'webhooks check --repair'],
  },
  notices: {
    summary: 'Notices to people: webhook, Slack, e-mail',
    examples: ['notices test', 'notices test --json'],
  },
  builds: {
    summary: 'The builds of the worker, and the one that gets the runs (Worker Versioning)',
    examples: ['builds list', 'builds set-current v1.2.0'],
  },
  users: {
    summary: 'Who can sign in to the admin pages',
    examples: ['users add maria', 'users list', 'users remove maria'],
  },
  checks: {
    summary: 'The catalogue of checks',
    examples: ['checks list', 'checks explain image/size'],
  },
  settings: {
    summary: 'The reference of all settings, as in docs/settings.md',
    examples: ['settings markdown', 'settings markdown > docs/settings.md'],
  },
  commands: {
    summary: 'The reference of all commands, as in docs/cli.md',
    examples: ['commands markdown', 'commands markdown > docs/cli.md'],
  },
  codec: {
    summary: 'Encrypted payloads in the Temporal Web UI',
    examples: ['codec serve', 'codec serve --port 9000'],
  },
}

/** The first words of all commands, by what a person wants to do: the headings of `--help`. */
export const topics: Readonly<Record<string, readonly string[]>> = {
  'Clients and their folders': [
    ...['onboard', 'offboard', 'clients', 'profiles', 'whoami', 'list-folder', 'register'],
    ...['register-all-clients', 'list-webhooks', 'delete-webhook', 'webhooks'],
  ],
  'Uploads and reports': ['runs', 'waivers', 'sweep', 'reports', 'check', 'checks'],
  'The installation': ['doctor', 'setup', 'notices', 'builds', 'users', 'codec'],
  'This program': ['completion', 'commands', 'settings', 'help'],
}
