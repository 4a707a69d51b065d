# The front door: every target is run from the checkout and installs what it lacks.

SHELL := /bin/bash
.DEFAULT_GOAL := help

CONFIGURATION ?= release
SCRATCH ?= .build
PREFIX ?= /usr/local
DEMO ?= demo
SEED ?= 1
PRODUCTS ?= 2000
VARIANTS ?= 1
COUNT ?= 60
JOBS ?= $(shell nproc 2>/dev/null || sysctl -n hw.ncpu)

SWIFT_FLAGS := -c $(CONFIGURATION) --scratch-path $(SCRATCH)
SHOPREEL := $(SCRATCH)/$(CONFIGURATION)/shopreel

APT_PACKAGES := pkg-config libavformat-dev libavcodec-dev libavfilter-dev libavutil-dev \
  libswscale-dev libswresample-dev libpango1.0-dev libcairo2-dev libzxing-dev libqrencode-dev \
  libdlib-dev libheif-dev libzip-dev libxlsxwriter-dev libexpat1-dev libsqlite3-dev \
  libcurl4-openssl-dev fonts-noto-cjk
BREW_PACKAGES := pkgconf ffmpeg pango cairo zxing-cpp dlib qrencode libheif libzip libxlsxwriter expat \
  sqlite font-noto-sans-cjk

.PHONY: help
help: ## Show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: bootstrap
bootstrap: ## Install the libraries that are missing (Debian packages, or Homebrew's)
	@if command -v apt-get >/dev/null; then \
	  missing=""; \
	  for package in $(APT_PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q "ok installed" \
	      || missing="$$missing $$package"; \
	  done; \
	  if [ -n "$$missing" ]; then \
	    echo "installing$$missing"; \
	    as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	    $$as_root apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends \
	      $$missing >/dev/null; \
	  fi; \
	elif command -v brew >/dev/null; then \
	  for package in $(BREW_PACKAGES); do brew list $$package >/dev/null 2>&1 || brew install $$package; done; \
	else \
	  echo "neither apt-get nor brew is here; install by hand: $(APT_PACKAGES)"; exit 1; \
	fi
	@command -v swift >/dev/null || { echo "no Swift toolchain on the path: see swift.org/install"; exit 1; }

# A module map compiled against another FFmpeg builds and then crashes: begin anew when it changes.
.PHONY: fresh-headers
fresh-headers: bootstrap
	@version="$$(pkg-config --modversion libavcodec libavformat libavfilter | tr '\n' ' ')"; \
	stamp=$(SCRATCH)/ffmpeg-version; \
	if [ -f $$stamp ] && [ "$$(cat $$stamp)" != "$$version" ]; then \
	  echo "FFmpeg has changed: cleaning"; swift package --scratch-path $(SCRATCH) clean; \
	fi; \
	mkdir -p $(SCRATCH); echo "$$version" > $$stamp

.PHONY: build
build: fresh-headers ## Build the program
	@swift build $(SWIFT_FLAGS) --product shopreel

.PHONY: doctor
doctor: build ## Say what this machine lacks
	@$(SHOPREEL) doctor

.PHONY: test
test: fresh-headers ## Build and pass every test
	@swift build $(SWIFT_FLAGS) --build-tests
	@swift test $(SWIFT_FLAGS) --skip-build

.PHONY: layers
layers: fresh-headers ## Hold the import lines against ARCHITECTURE.md
	@swift test $(SWIFT_FLAGS) --filter LayersTests

.PHONY: lint
lint: ## Check the format
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

.PHONY: format
format: ## Format in place
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

.PHONY: demo
demo: build ## Make a workspace with generated products and footage, and run the whole line on it
	@if [ ! -f $(DEMO)/shopreel.yaml ]; then $(SHOPREEL) init $(DEMO) --demo --seed $(SEED) --jobs $(JOBS); fi
	@$(SHOPREEL) run -C $(DEMO) --jobs $(JOBS) || [ $$? = 1 ]
	@$(SHOPREEL) status -C $(DEMO)
	@echo; echo "drafts:      $$(pwd)/$(DEMO)/drafts ($$(find $(DEMO)/drafts -name '*.mp4' | wc -l) videos)"
	@echo "review page: $$(pwd)/$(DEMO)/drafts/index.html"
	@echo "shot list:   $$(pwd)/$(DEMO)/work/shotlist/shotlist.pdf"

.PHONY: bench
bench: build ## Compare with ffmpeg, melt and moviepy (BENCH=quick|full RUNS=3): see bench/report.md
	@swift build $(SWIFT_FLAGS) --product shopreel-bench
	@SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)) python3 bench/bench.py

.PHONY: bench-catalogues
bench-catalogues: build ## Read made workbooks, feeds and broken files (RUNS=3): see bench/catalogues/report.md
	@python=python3; \
	if ! python3 -c 'import openpyxl, xlsxwriter, PIL' 2>/dev/null; then \
	  python=bench/catalogues/work/venv/bin/python3; \
	  $$python -c 'import openpyxl, xlsxwriter, PIL' 2>/dev/null || { \
	    echo "installing openpyxl xlsxwriter pillow"; \
	    python3 -m venv bench/catalogues/work/venv && \
	    $$python -m pip install -q openpyxl xlsxwriter pillow; } || exit 1; \
	fi; \
	export SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)); \
	$$python bench/catalogues/make/make_all.py && $$python bench/catalogues/speed.py && \
	  $$python bench/catalogues/check.py

.PHONY: bench-copy
bench-copy: build ## Write and judge 10,000 scripts (PRODUCTS=2000 VARIANTS=1): see bench/copy/report.md
	@export SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)) PRODUCTS=$(PRODUCTS) VARIANTS=$(VARIANTS); \
	python3 -m unittest discover -q -s bench/copy -p 'test_*.py' && \
	  python3 bench/copy/run.py && python3 bench/copy/report.py

.PHONY: bench-material
bench-material: build ## Hold what is understood of all footage at hand against ffprobe, and break it
	@python=python3; \
	if ! python3 -c 'import PIL' 2>/dev/null; then \
	  python=bench/footage/work/venv/bin/python3; \
	  $$python -c 'import PIL' 2>/dev/null || { \
	    python3 -m venv bench/footage/work/venv && $$python -m pip install -q pillow; } || exit 1; \
	fi; \
	export SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)); \
	$$python bench/footage/make.py && \
	  $$python bench/footage/understand.py --footage bench/footage/work/made \
	    --out bench/footage/work && \
	  $$python bench/footage/understand.py && $$python bench/footage/fuzz.py

.PHONY: bench-shoot
bench-shoot: build ## Plan the shoot of a fixed catalogue (PRODUCTS=40): see bench/shoot/report.md
	@swift build $(SWIFT_FLAGS) --product shopreel-bench
	@SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)) python3 bench/shoot/run.py $(if $(filter command line,$(origin PRODUCTS)),--products $(PRODUCTS))

.PHONY: bench-framing
bench-framing: build ## Hold crops of real footage against marked subjects: see bench/framing/report.md
	@swift build $(SWIFT_FLAGS) --product shopreel-bench
	@SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)) python3 bench/framing/run.py

.PHONY: bench-pages
bench-pages: fresh-headers ## Read slates off the printed sheets and drive the phone page in Chromium
	@mkdir -p bench/shoot/work
	@SHOPREEL_GALLERY=$(abspath bench/shoot/work) swift test $(SWIFT_FLAGS) --filter ShotListPages
	@python=python3; \
	if ! python3 -c 'import openpyxl, pyzbar, PIL' 2>/dev/null; then \
	  python=bench/shoot/work/venv/bin/python3; \
	  $$python -c 'import openpyxl, pyzbar, PIL' 2>/dev/null || { \
	    echo "installing openpyxl pyzbar pillow"; \
	    python3 -m venv bench/shoot/work/venv && \
	    $$python -m pip install -q openpyxl pyzbar pillow; } || exit 1; \
	fi; \
	$$python bench/shoot/pages.py bench/shoot/work

.PHONY: bench-cut
bench-cut: build ## Cut the drafts of a demo workspace and measure them: see bench/cut/report.md
	@SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)) SHOPREEL_HOME=$(CURDIR) python3 bench/cut/run.py

.PHONY: bench-ingest
bench-ingest: build ## Scan made clips beside scenedetect (RUNS=3 CLIPS=500): see bench/ingest/report.md
	@python=python3; \
	if ! python3 -c 'import cv2, numpy' 2>/dev/null; then \
	  python=bench/ingest/work/venv/bin/python3; \
	  $$python -c 'import cv2, numpy' 2>/dev/null || { \
	    echo "installing scenedetect opencv-python-headless"; \
	    python3 -m venv bench/ingest/work/venv && \
	    $$python -m pip install -q scenedetect opencv-python-headless; } || exit 1; \
	fi; \
	SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)) $$python bench/ingest/speed.py

.PHONY: bench-slates
bench-slates: build ## File clips with tortured slates (COUNT=60, 0 for all of them): see bench/slates/report.md
	@python=python3; \
	if ! python3 -c 'import numpy, cv2, pyzbar' 2>/dev/null; then \
	  python=bench/slates/work/venv/bin/python3; \
	  $$python -c 'import numpy, cv2' 2>/dev/null || { \
	    echo "installing numpy opencv-python-headless pyzbar"; \
	    python3 -m venv bench/slates/work/venv && \
	    $$python -m pip install -q numpy opencv-python-headless pyzbar; } || exit 1; \
	fi; \
	export SHOPREEL_BIN=$(abspath $(SCRATCH)/$(CONFIGURATION)); \
	$$python bench/slates/make.py --count $(COUNT) && $$python bench/slates/check.py

.PHONY: bench-titles
bench-titles: build ## Set random words in every style on every platform (COUNT=2000), and print what went wrong
	@SHOPREEL_TITLES=$(if $(filter command line,$(origin COUNT)),$(COUNT),2000) \
	  swift test $(SWIFT_FLAGS) --filter TitleBoxTests 2>&1 | grep -E "titles:|✘|Test run with|error:"

.PHONY: bench-loops
bench-loops: build ## Compare our pixel loops with the library's
	@SHOPREEL_BENCH=1 swift test $(SWIFT_FLAGS) --filter Benchmark

.PHONY: install
install: build ## Install program, presets and assets below PREFIX
	install -d $(PREFIX)/bin $(PREFIX)/share/shopreel
	install $(SHOPREEL) $(PREFIX)/bin/shopreel
	cp -R presets assets $(PREFIX)/share/shopreel/

.PHONY: clean
clean: ## Remove what was built, and the demo
	rm -rf $(SCRATCH) $(DEMO)
