import ArgumentParser
import ExtractCommand

@main
enum Extract {
  static func main() {
    ExtractCommand.main()
  }
}
