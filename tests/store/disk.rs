//! File systems of their own, in an image on a loop device. Needs root.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a program that must succeed.
pub(crate) fn run(program: &str, arguments: &[&Path]) {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Makes an image with an empty ext4 of so many MiB.
pub(crate) fn image(path: &Path, mebibytes: u64) {
    std::fs::File::create(path).unwrap().set_len(mebibytes << 20).unwrap();
    run("mkfs.ext4", &[Path::new("-q"), Path::new("-F"), path]);
}

/// A mounted image; unmounted when the test leaves, however it leaves.
pub(crate) struct Mounted(PathBuf);

impl Mounted {
    pub(crate) fn mount(image: &Path, at: &Path) -> Self {
        std::fs::create_dir_all(at).unwrap();
        run("mount", &[Path::new("-o"), Path::new("loop"), image, at]);
        Self(at.to_owned())
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}
