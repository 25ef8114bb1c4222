import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Reads a command's arguments; undefined where one of them is unknown or lacks its value. */
export function readOptions<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch {
    return undefined
  }
}
