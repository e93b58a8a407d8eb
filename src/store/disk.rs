//! The door to the disk: whatever the store does to its files goes through here, and nothing but that call is made.
//!
//! In tests each of these steps can be made to fail, and what was not synced to be lost; see `fault`.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

#[cfg(test)]
pub(crate) mod fault;

/// Opens a file to write to it, making it where the options say so.
pub(super) fn open(options: &OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(test)]
    fault::creating(path)?;
    options.open(path)
}

/// Makes a folder.
pub(super) fn create_folder(builder: &DirBuilder, path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::creating(path)?;
    builder.create(path)
}

/// Writes bytes at the end of what was written.
pub(super) fn write_all(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    #[cfg(test)]
    fault::writing(file, bytes)?;
    file.write_all(bytes)
}

/// Cuts a file.
pub(super) fn set_len(file: &File, length: u64) -> io::Result<()> {
    #[cfg(test)]
    fault::cutting(file, length)?;
    file.set_len(length)
}

/// Brings what was written to the disk.
pub(super) fn sync_data(file: &File) -> io::Result<()> {
    #[cfg(test)]
    fault::syncing(file)?;
    file.sync_data()
}

/// Brings a file with all that is known of it to the disk.
pub(super) fn sync_all(file: &File) -> io::Result<()> {
    #[cfg(test)]
    fault::syncing(file)?;
    file.sync_all()
}

/// Brings the names in a folder to the disk.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::syncing_folder(path)?;
    // Windows has no such call on folders; its renames are journaled by the file system.
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

/// Gives a file or folder another name, over a file that has it.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::renaming(from, to)?;
    fs::rename(from, to)
}

/// Gives a file a second name.
pub(super) fn hard_link(path: &Path, second: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::creating(second)?;
    fs::hard_link(path, second)
}

/// Copies a file.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<u64> {
    #[cfg(test)]
    fault::creating(to)?;
    fs::copy(from, to)
}

/// Removes a file.
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::removing(path)?;
    fs::remove_file(path)
}

/// Removes an empty folder.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::removing(path)?;
    fs::remove_dir(path)
}

/// Removes a folder with everything in it.
pub(super) fn remove_folder_all(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::removing(path)?;
    fs::remove_dir_all(path)
}

/// Comes before something is handed to sled, which goes to the disk on its own.
#[cfg_attr(not(test), allow(unused_variables, reason = "only a fault asks which database it is"))]
pub(super) fn database(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::database(path)?;
    Ok(())
}

/// Brings a database to the disk, which sled's own flush does not do on Linux.
pub(super) fn sync_database(path: &Path) -> io::Result<()> {
    sync_all(&File::open(path.join("db"))?)?;
    #[cfg(test)]
    fault::synced_database(path);
    Ok(())
}

/// Gives a finished file its name, over a file that has it.
pub(super) fn put_in_place(file: TempPath, path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fault::renaming(&file, path)?;
    file.persist(path).map_err(|refused| refused.error)
}

/// A file of its own name that is being written.
#[derive(Debug)]
pub(super) struct Writing(pub(super) File);

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write_all(&self.0, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that has no name yet that counts; gone when it never gets one.
#[derive(Debug)]
pub(super) struct Unfinished(NamedTempFile);

impl Unfinished {
    /// Begins one in the folder where it is to stay, under a name that begins so.
    pub(super) fn begin(prefix: &str, folder: &Path) -> io::Result<Self> {
        #[cfg(test)]
        fault::creating(folder)?;
        let file = tempfile::Builder::new().prefix(prefix).tempfile_in(folder)?;
        #[cfg(test)]
        fault::created(file.path());
        Ok(Self(file))
    }

    /// Where it is now.
    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Brings it to the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        sync_all(self.0.as_file())
    }

    /// Takes the file and its passing name apart.
    pub(super) fn into_parts(self) -> (Writing, TempPath) {
        let (file, path) = self.0.into_parts();
        (Writing(file), path)
    }

    /// Gives it its name, over a file that has it.
    pub(super) fn put_in_place(self, path: &Path) -> io::Result<()> {
        put_in_place(self.0.into_temp_path(), path)
    }

    /// Gives it its name, unless a file has it.
    pub(super) fn put_in_free_place(self, path: &Path) -> io::Result<()> {
        #[cfg(test)]
        fault::renaming(self.path(), path)?;
        self.0.persist_noclobber(path).map(drop).map_err(|refused| refused.error)
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write_all(self.0.as_file(), bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
