import { parseArgs, type ParseArgsConfig } from 'node:util'

/**
 * Reads the arguments of a command. Prints the usage and ends the process where `--help` is among
 * them; so it does, after what is wrong, where one is unknown or lacks its value.
 */
export function readOptions<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs(config)
  } catch (error) {
    // What Node adds is how to give names that begin with a dash, which none of ours do.
    const [sentence] = (error as Error).message.split('. ')
    return refuse(sentence!, usage)
  }
}

/** Ends a command that is asked for something it doesn't do. */
export function refuse(message: string, usage: string): never {
  console.error(`${message}\n\n${usage}`)
  process.exit(2)
}
