import { image } from '../small-assets'
import type { Break } from './doctor-world'

/** What is wrong in Box, with a client, its files or its runs. */
export const brokenInstallations: Break[] = [
  {
    what: 'a profile names a check that no catalogue has',
    found: ['clients and profiles FAIL'],
    says: /no-such-check.*Correct /s,
    make: (world) => ({
      env: { QC_PROFILES_DIR: world.profilesWith('odd', { 'image/no-such-check': null }) },
    }),
  },
  {
    what: 'the default profile of a client no longer exists',
    found: ['clients and profiles FAIL'],
    says: /"gone"/,
    make: (world) => ({
      env: {
        QC_CLIENT_DEFAULTS_FILE: world.written('gone.json', JSON.stringify({ [world.acme.id]: 'gone' })),
      },
    }),
  },
  {
    what: 'others can read the secret of the sign-in provider',
    found: ['client secret file WARN'],
    says: /mode 644: others can read it.*chmod 600/,
    make: (world) => ({
      env: {
        PAGES_OIDC_ISSUER: 'https://sso.example.com',
        PAGES_OIDC_CLIENT_ID: 'qc',
        PAGES_OIDC_CLIENT_SECRET_FILE: world.readable('oidc', world.qc.env.BOX_WEBHOOK_PRIMARY_KEY_FILE),
        PAGES_OIDC_ALLOWED_USERS: 'maria',
        PAGES_PUBLIC_URL: 'https://qc.example.com',
      },
    }),
  },
  {
    what: 'a Box admin has withdrawn the grant of the app',
    found: ['Box FAIL', 'folders WARN', 'reports WARN', 'webhooks WARN', 'skipped files WARN'],
    says: /authorized in the Admin Console/,
    make: async (world) => ({ env: { BOX_JWT_CONFIG_FILE: await world.otherApp({ isAuthorized: false }) } }),
  },
  {
    what: "the host's clock differs from Box's",
    found: ['clock FAIL'],
    says: /(299|30\d) s from the clock of .*set-ntp true/,
    make: async (world) => ({ env: { BOX_API_URL: await world.boxOfFiveMinutesAgo() } }),
  },
  {
    what: 'the service account was never invited (403 or 404 from list-folder)',
    // Without access there can be no webhook.
    found: ['folders FAIL', 'webhooks FAIL'],
    says: /404.*invited as Editor/,
    make: async (world) => {
      const stranger = await world.qc.addClient('stranger', { hasWebhook: false })
      await world.setRole(stranger.incoming, null)
      await world.setRole(stranger.reports, null)
      return { client: stranger }
    },
  },
  {
    what: 'the role is too low (_PROCESSED is not created)',
    // A viewer cannot have a webhook.
    found: ['folders FAIL', 'webhooks FAIL'],
    says: /our role is too low.*Editor/,
    make: async (world) => ({
      client: await world.qc.addClient('low', { serviceRole: 'viewer', hasWebhook: false }),
    }),
  },
  {
    what: 'INCOMING is inside the INCOMING of another client',
    found: ['folders FAIL'],
    says: /is inside/,
    make: async (world) => {
      const nested = await world.qc.addClient('nested')
      await world.qc.box.control.move({ id: nested.reports, parentId: nested.incoming })
      return { client: nested }
    },
  },
  {
    what: 'REPORTS fills up',
    found: ['reports WARN'],
    says: /more than 10000 items: Box gets slow.*reports prune --client full-\w+ --older-than 90d/,
    make: async (world) => {
      const full = await world.qc.addClient('full')
      await world.endlessListing(full.reports)
      return { client: full }
    },
  },
  {
    what: 'a webhook is missing',
    found: ['webhooks FAIL'],
    says: /no webhook of this application.*admin-cli register/,
    make: async (world) => ({ client: await world.qc.addClient('silent', { hasWebhook: false }) }),
  },
  {
    what: 'a webhook has an extra trigger',
    found: ['webhooks FAIL'],
    says: /triggers FILE\.UPLOADED, FILE\.TRASHED, expected FILE\.UPLOADED only/,
    make: async (world) => {
      const noisy = await world.qc.addClient('noisy')
      const triggers = ['FILE.UPLOADED', 'FILE.TRASHED']
      await world.qc.callBox(world.qc.box.serviceAccountId, 'PUT', `/2.0/webhooks/${noisy.webhookId}`, {
        triggers,
      })
      return { client: noisy }
    },
  },
  {
    what: 'the app lacks the scope "Manage webhooks"',
    found: ['webhooks FAIL'],
    says: /insufficient_scope.*Application Scopes: .*manage webhooks/,
    make: async (world) => ({
      env: { BOX_JWT_CONFIG_FILE: await world.otherApp({ managesWebhooks: false }) },
    }),
  },
  {
    what: 'the app lacks the scope "Write all files and folders"',
    // The webhooks belong to our app: another one has none.
    found: ['Box FAIL', 'webhooks FAIL'],
    says: /insufficient_scope.*Application Scopes: write all files/,
    make: async (world) => ({ env: { BOX_JWT_CONFIG_FILE: await world.otherApp({ writesFiles: false }) } }),
  },
  {
    what: 'Box sends uploads into a folder that no client has (no client configured for Box folder)',
    found: ['folders without a client WARN'],
    says: /which no client has.*Correct box_folder_id/,
    make: (world) => ({ env: { QC_CLIENTS_FILE: world.clientsWithOnly(world.acme) } }),
  },
  {
    what: 'Box delivers nothing, and the sweep finds the files',
    found: ['webhook deliveries FAIL'],
    says: /it is silent: Box delivered none of 3 files.*App Diagnostics/,
    make: (world) => ({ client: world.mute }),
  },
  {
    what: 'a file is skipped although a profile of its client takes it',
    found: ['skipped files WARN'],
    says: /"spot\.mp4".*video_general/s,
    make: async (world) => {
      const videos = await world.qc.addClient('videos', { profile: 'static_general' })
      await videos.upload('spot.mp4', await image())
      return { client: videos }
    },
  },
  {
    what: 'a file of a type that no profile takes is left alone (skipping non-QC extension)',
    found: [],
    says: /^$/,
    make: async (world) => {
      const letters = await world.qc.addClient('letters')
      await letters.upload('letter.docx', await image())
      return { client: letters }
    },
  },
  {
    what: 'a file in INCOMING has no run: its delivery was lost',
    found: ['INCOMING WARN'],
    says: /1 file has no run: .*"forgotten\.png".*admin-cli sweep/,
    make: async (world) => {
      const lost = await world.qc.addClient('lost', { hasWebhook: false })
      await lost.upload('forgotten.png', await image(31))
      await world.qc.createWebhook(lost.incoming)
      return { client: lost }
    },
  },
  {
    what: 'the same name was uploaded again: Box sends no event for a new version',
    found: ['INCOMING WARN', 'runs WARN'],
    says: /1 file has no run: .*"stays\.png".*admin-cli sweep/,
    make: async (world) => ({ client: await world.clientWithNewVersion() }),
  },
  {
    what: 'a report cannot be uploaded, so the source stays in INCOMING',
    found: ['runs WARN', 'folders FAIL'],
    says: /1 needs attention.*admin-cli runs list --stuck/,
    make: async (world) => ({ client: await world.clientWithParkedRun() }),
  },
  {
    what: 'a run was encrypted with a key that is not here',
    found: ['payload keys WARN'],
    says: /1 of 1 open runs are unreadable.*QC_PAYLOAD_KEY_FILE/,
    make: async (world) => ({ client: await world.clientWithEncryptedRun() }),
  },
]
