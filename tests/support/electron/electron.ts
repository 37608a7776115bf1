/**
 * The part of Electron that the program uses, over Node and a real Chromium.
 *
 * It runs the built main process and preload as they are shipped. What it cannot show is how Electron itself behaves:
 * the same journeys run in the real thing wherever its binary can be had.
 */
import { app, tellWindows } from './app.ts'
import { StandInWindow } from './browserWindow.ts'
import { channels, hear, ipcMain } from './ipcMain.ts'
import { net } from './net.ts'
import { StandInChannel } from './ports.ts'
import { protocol } from './schemes.ts'
import { done } from './state.ts'
import {
  clipboard,
  desktopCapturer,
  globalShortcut,
  Menu,
  nativeImage,
  powerMonitor,
  safeStorage,
  screen,
  session,
  shell,
  StandInNotification,
  StandInTray,
  systemPreferences,
} from './system.ts'
import { StandInUtilityProcess } from './utilityProcess.ts'

tellWindows(() => StandInWindow.getAllWindows())

export {
  app,
  clipboard,
  desktopCapturer,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  StandInChannel as MessageChannelMain,
  StandInNotification as Notification,
  StandInTray as Tray,
  StandInUtilityProcess as utilityProcess,
  StandInWindow as BrowserWindow,
}

/** Only here, for tests: what the system would have shown or done, and the way of a page's request. */
export const standIn = {
  done,
  notes: StandInNotification.shown,
  trays: StandInTray.shown,
  processes: StandInUtilityProcess.running,
  hear,
  channels,
}
