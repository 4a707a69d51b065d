public enum Shopreel { public static func main() {} }
