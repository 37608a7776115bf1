import type { SettingStates } from '../../domain/settings/settingOf.ts'
import type {
  AgentSettingChanges,
  CompanyTheme,
  FileId,
  SettingDefaults,
} from '../../protocol/model/index.ts'

export type { SettingState, SettingStates } from '../../domain/settings/settingOf.ts'

/** How the agent and this device are set up. */
export interface SettingQueries {
  /** What this device keeps under a key of its own, such as widths of panels. */
  'setting.get': { args: { key: string }; result: { value: unknown } }
  /** What the agent has half filled in on this device, by form. */
  'forms.kept': { args: Record<string, never>; result: Readonly<Record<string, unknown>> }
  /** What holds of every setting of the agent; null while nobody is signed in. */
  'agent-settings.mine': { args: Record<string, never>; result: SettingStates | null }
  /** How the company wants to look; null while nobody is signed in. */
  'company-theme.get': { args: Record<string, never>; result: CompanyTheme | null }
  /** A picture of the company theme as it is kept here; null: it is not. */
  'theme-picture.get': { args: { fileId: FileId }; result: { file: Blob | null } }
  /** What the company has decided on them. */
  'setting-defaults.get': { args: Record<string, never>; result: SettingDefaults }
}

export interface SettingActions {
  /** Any JSON value. */
  'setting.save': { args: { key: string; value: unknown }; result: Record<string, never>; code: 'disk-full' }
  /** Keeps a picture of the company theme, for when the server is away; another one is nothing to keep. */
  'theme-picture.keep': {
    args: { fileId: FileId; file: Blob }
    result: Record<string, never>
    code: 'disk-full' | 'too-large' | 'not-found'
  }
  /** Holds at once, also without the server, and follows to the agent's other devices (R-03-184). */
  'agent-setting.save': {
    args: { changes: AgentSettingChanges }
    result: Record<string, never>
    code: 'disk-full'
  }
}
