import type { Command } from '../command'
import { check } from './check'
import { checksExplain } from './checks-explain'
import { checksList } from './checks-list'
import { checksMarkdown } from './checks-markdown'
import { clientsList } from './clients-list'
import { clientsShow } from './clients-show'
import { clientsValidate } from './clients-validate'
import { codecServe } from './codec-serve'
import { deleteWebhook } from './delete-webhook'
import { listFolder } from './list-folder'
import { listWebhooks } from './list-webhooks'
import { profilesHistory } from './profiles-history'
import { profilesList } from './profiles-list'
import { profilesRevert } from './profiles-revert'
import { profilesSetDefault } from './profiles-set-default'
import { profilesShow } from './profiles-show'
import { register } from './register'
import { registerAllClients } from './register-all-clients'
import { runsAbandon } from './runs-abandon'
import { runsList } from './runs-list'
import { runsRetry } from './runs-retry'
import { runsShow } from './runs-show'
import { runsStart } from './runs-start'
import { setup } from './setup'
import { sweep } from './sweep'

/** The table of commands, in the order of `--help`. */
export const commands: Command[] = [
  listFolder,
  register,
  registerAllClients,
  listWebhooks,
  deleteWebhook,
  clientsList,
  clientsShow,
  clientsValidate,
  profilesList,
  profilesShow,
  profilesSetDefault,
  profilesRevert,
  profilesHistory,
  runsList,
  runsShow,
  runsStart,
  runsRetry,
  runsAbandon,
  sweep,
  check,
  checksList,
  checksExplain,
  checksMarkdown,
  setup,
  codecServe,
]
