import Foundation

/// The Makefile of a workspace: a night, a look, and a target for each stage.
struct StarterMakefile {
  /// The program, by its absolute path, so that it is found without a PATH.
  var program = StarterMakefile.thisProgram

  var text: String {
    let stages = Verb.allCases.map(\.rawValue).joined(separator: " ")
    return #"""
      # make nightly   all that is out of date, into work/logs/<date>.log; UNTIL=07:00 ends it
      # make status    what is fresh, stale, missing, failed
      # make render    one stage; the others:
      STAGES = \#(stages)
      SHOPREEL ?= \#(assigned)
      UNTIL ?=
      SHELL = /bin/sh
      export SHOPREEL
      export PATH := $(if $(PATH),$(PATH):)/usr/local/bin:/usr/bin:/bin

      # One stage reads what the one before it wrote, so -j changes nothing here; a stage is
      # parallel in itself.
      .NOTPARALLEL:
      .PHONY: nightly status $(STAGES)

      nightly:
      	@mkdir -p work/logs; log=work/logs/$$(date +%Y-%m-%d).log; \
      	echo "== $$(date '+%Y-%m-%d %H:%M:%S') nightly" >> "$$log"; \
      	"$$SHOPREEL" run $(if $(UNTIL),--until $(UNTIL)) >> "$$log" 2>&1; status=$$?; \
      	echo "== $$(date '+%Y-%m-%d %H:%M:%S') exit status $$status" >> "$$log"; \
      	[ $$status -eq 0 ] || { tail -n 12 "$$log"; exit $$status; }

      status:
      	@"$$SHOPREEL" status

      $(STAGES):
      	@"$$SHOPREEL" $@

      """#
  }

  /// The path as make reads it in an assignment; one it cannot hold is looked up by name.
  private var assigned: String {
    guard !program.contains(where: \.isNewline), !program.hasSuffix("\\") else {
      return "shopreel"
    }
    return program.replacingOccurrences(of: "$", with: "$$")
      .replacingOccurrences(of: "#", with: "\\#")
  }

  private static var thisProgram: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "shopreel"
  }
}
