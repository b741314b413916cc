import type { Asset, TestClient } from './asset'

interface Known {
  acme: TestClient
  /** Its run has ended. */
  done: Asset
  webhookAddress: string
}

/** One call of each command that needs no process or file of its own; what would change something is dry. */
export function jsonCalls({ acme, done, webhookAddress }: Known): Record<string, string[]> {
  return {
    whoami: [],
    'list-folder': [acme.incoming],
    register: [acme.id, webhookAddress, '--dry-run'],
    'register-all-clients': [webhookAddress, '--dry-run'],
    'list-webhooks': [],
    'delete-webhook': [acme.webhookId, '--dry-run'],
    'clients list': [],
    'clients show': [acme.id],
    'clients validate': [],
    'profiles list': [],
    'profiles show': ['light'],
    'profiles set-default': [acme.id, 'other'],
    'profiles history': [acme.id],
    'profiles revert': [acme.id],
    'runs list': [],
    'runs show': [done.fileId],
    'runs watch': [done.fileId],
    'runs open': [done.fileId],
    'runs retry': ['--stuck', '--dry-run'],
    'waivers list': [],
    'waivers history': [],
    sweep: ['--dry-run'],
    'webhooks check': [],
    'reports prune': ['--older-than', '90d', '--dry-run'],
    'checks list': [],
    'checks explain': ['image/size'],
    'checks markdown': [],
    'settings markdown': [],
    'commands markdown': [],
    completion: ['bash'],
    setup: ['--dry-run'],
    doctor: [],
    'builds list': [],
  }
}

/** They need more than a call: a file, a password, a receiver, a build, a key. */
export const comparedElsewhere: Record<string, string> = {
  onboard: 'e2e/onboarding.test.ts',
  offboard: 'e2e/onboarding.test.ts',
  'runs start': 'e2e/admin-cli.test.ts',
  'runs rerun': 'e2e/admin-cli.test.ts',
  'runs abandon': 'e2e/admin-cli.test.ts',
  'waivers add': 'admin-cli/waivers.test.ts',
  'waivers remove': 'admin-cli/waivers.test.ts',
  'users add': 'admin-cli/users.test.ts',
  'users list': 'admin-cli/users.test.ts',
  'users remove': 'admin-cli/users.test.ts',
  check: 'admin-cli/check.test.ts',
  'notices test': 'admin-cli/notices.test.ts',
  'builds set-current': 'activities/worker/worker.test.ts',
  'codec serve': 'e2e/payload-codec.test.ts',
}
