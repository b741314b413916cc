import type { BoxClient } from 'box-node-sdk'
import type { Webhook } from 'box-node-sdk/schemas'

import type { BoxWebhook, BoxWebhooks } from './box'
import { callBox } from './call-box'

export function boxWebhooks({ webhooks }: BoxClient): BoxWebhooks {
  return {
    list: (signal) => listWebhooks(webhooks, signal),
    get: (id, signal) =>
      callBox(`read webhook ${id}`, signal, async () =>
        asBoxWebhook(await webhooks.getWebhookById(id, { cancellationToken: signal })),
      ),
    create: ({ folderId, address, triggers }, signal) =>
      callBox(`create a webhook on folder ${folderId}`, signal, async () =>
        asBoxWebhook(
          await webhooks.createWebhook(
            { target: { id: folderId, type: 'folder' }, address, triggers },
            { cancellationToken: signal },
          ),
        ),
      ),
    update: (id, changes, signal) =>
      callBox(`change webhook ${id}`, signal, async () =>
        asBoxWebhook(
          await webhooks.updateWebhookById(id, { requestBody: changes, cancellationToken: signal }),
        ),
      ),
    delete: (id, signal) =>
      callBox(`delete webhook ${id}`, signal, () =>
        webhooks.deleteWebhookById(id, { cancellationToken: signal }),
      ),
  }
}

async function* listWebhooks(webhooks: BoxClient['webhooks'], signal?: AbortSignal) {
  let marker: string | undefined
  do {
    const queryParams = { limit: 200, marker }
    const page = await callBox('list webhooks', signal, () =>
      webhooks.getWebhooks(queryParams, undefined, signal),
    )
    for (const { id, target } of page.entries ?? []) {
      if (id !== undefined) yield { id, targetId: target?.id ?? '', targetType: target?.type ?? '' }
    }
    marker = page.nextMarker || undefined
  } while (marker !== undefined)
}

function asBoxWebhook({ id, target, address, triggers, createdAt, createdBy }: Webhook): BoxWebhook {
  return {
    id: id ?? '',
    targetId: target?.id ?? '',
    targetType: target?.type ?? '',
    address: address ?? '',
    triggers: [...(triggers ?? [])],
    createdAt: createdAt?.value.toISOString(),
    createdById: createdBy?.id,
  }
}
