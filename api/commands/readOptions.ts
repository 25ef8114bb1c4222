import { parseArgs, type ParseArgsConfig } from 'node:util'

/**
 * Reads a command's arguments. Prints the usage and exits for `--help`, and after an error for an
 * unknown option or missing value.
 */
export function readOptions<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs(config)
  } catch (error) {
    // Node appends advice on names that begin with a dash, which these commands don't take.
    const [sentence] = (error as Error).message.split('. ')
    return refuse(sentence!, usage)
  }
}

/** Ends a command because of invalid input. */
export function refuse(message: string, usage: string): never {
  console.error(`${message}\n\n${usage}`)
  process.exit(2)
}
