import type { Client } from '@temporalio/client'

import type { Config } from '../../config/load-config'
import { noticeChannels } from '../../config/notice-channels'
import type { OpenConfig } from '../../config/open-config'
import { createChannels } from '../../notices/create-channels'
import { failedSince, noticeCauses } from '../../runs/notice-causes'
import { noticeFacts } from '../../runs/notice-facts'
import { startNotice } from '../../runs/start-notice'
import { webUiLink } from '../../runs/web-ui-link'
import type { NoticeDependencies } from '../asset/dependencies'

/** Notices over the configuration as it is now, and over this Temporal. Throws a ConfigError. */
export function createNoticeDependencies(
  { clients }: Pick<OpenConfig, 'clients'>,
  temporal: Client,
  { temporal: { taskQueue, webUiUrl }, pages: { publicUrl }, notices }: Config,
): NoticeDependencies {
  const { namespace } = temporal.options
  const sources = {
    temporal,
    taskQueue,
    clientName: (id: string) => clients().get(id)?.displayName ?? id,
    linkOf: (workflowId: string) =>
      publicUrl === ''
        ? webUiLink({ webUiUrl, namespace }, { workflowId })
        : `${publicUrl}/run?id=${encodeURIComponent(workflowId)}`,
    now: () => new Date(),
  }
  return {
    causes: async (about) => {
      const since = failedSince(sources.now())
      const causes = await noticeCauses(temporal, taskQueue, about, sources.now())
      return causes.map((cause) => ({ cause, since }))
    },
    facts: (cause, since) => noticeFacts(sources, cause, since),
    start: (input) => startNotice(temporal, taskQueue, input),
    channels: createChannels(noticeChannels(notices)),
  }
}
