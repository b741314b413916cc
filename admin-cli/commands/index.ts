import type { Command } from '../command'
import { buildsList } from './builds-list'
import { buildsSetCurrent } from './builds-set-current'
import { check } from './check'
import { checksExplain } from './checks-explain'
import { checksList } from './checks-list'
import { checksMarkdown } from './checks-markdown'
import { clientsList } from './clients-list'
import { clientsShow } from './clients-show'
import { clientsValidate } from './clients-validate'
import { codecServe } from './codec-serve'
import { commandsMarkdown } from './commands-markdown'
import { completion } from './completion'
import { deleteWebhook } from './delete-webhook'
import { doctor } from './doctor'
import { listFolder } from './list-folder'
import { listWebhooks } from './list-webhooks'
import { offboard } from './offboard'
import { onboard } from './onboard'
import { noticesTest } from './notices-test'
import { profilesHistory } from './profiles-history'
import { profilesList } from './profiles-list'
import { profilesRevert } from './profiles-revert'
import { profilesSetDefault } from './profiles-set-default'
import { profilesShow } from './profiles-show'
import { register } from './register'
import { registerAllClients } from './register-all-clients'
import { reportsPrune } from './reports-prune'
import { runsAbandon } from './runs-abandon'
import { runsList } from './runs-list'
import { runsOpen } from './runs-open'
import { runsRerun } from './runs-rerun'
import { runsRetry } from './runs-retry'
import { runsShow } from './runs-show'
import { runsStart } from './runs-start'
import { runsWatch } from './runs-watch'
import { settingsMarkdown } from './settings-markdown'
import { setup } from './setup'
import { sweep } from './sweep'
import { webhooksCheck } from './webhooks-check'
import { usersAdd } from './users-add'
import { usersList } from './users-list'
import { usersRemove } from './users-remove'
import { waiversAdd } from './waivers-add'
import { waiversHistory } from './waivers-history'
import { waiversList } from './waivers-list'
import { waiversRemove } from './waivers-remove'
import { whoami } from './whoami'

/** The table of commands, in the order of `--help`. */
export const commands: Command[] = [
  onboard,
  offboard,
  whoami,
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
  runsWatch,
  runsOpen,
  runsStart,
  runsRetry,
  runsRerun,
  runsAbandon,
  waiversAdd,
  waiversList,
  waiversRemove,
  waiversHistory,
  sweep,
  webhooksCheck,
  noticesTest,
  reportsPrune,
  check,
  checksList,
  checksExplain,
  checksMarkdown,
  setup,
  doctor,
  buildsList,
  buildsSetCurrent,
  usersAdd,
  usersList,
  usersRemove,
  codecServe,
  completion,
  commandsMarkdown,
  settingsMarkdown,
]
