//! Records as lists show them: of each field the one value, read where it is stored. Takes half the time of a whole state.

use serde::de::value::MapDeserializer;
use serde_json::Value;
use serde_json::value::RawValue;

use super::record::LIFE;
use super::{Kind, Record, RecordId, ScopeId, Unreadable};

/// What a record displays.
#[derive(Debug)]
pub struct Shown<'a> {
    /// Name of its kind.
    pub kind: &'a str,
    /// Its id.
    pub id: RecordId,
    /// Scope of the changes that made it.
    pub scope: ScopeId,
    /// Its fields, known to this program or not.
    pub fields: Vec<ShownField<'a>>,
}

/// A field and what it displays.
#[derive(Debug)]
pub struct ShownField<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its displayed value as JSON text.
    pub value: &'a RawValue,
    /// Whether people wrote it differently without seeing each other.
    pub is_contested: bool,
}

impl ShownField<'_> {
    fn is_null(&self) -> bool {
        self.value.get() == "null"
    }
}

impl Shown<'_> {
    /// Whether the record is removed.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.fields.iter().any(|field| field.name == LIFE && !field.is_null())
    }

    /// Names the fields that people wrote differently without seeing each other.
    pub fn contested(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(|field| field.is_contested).map(|field| field.name)
    }

    /// Reads the record as its type.
    ///
    /// # Errors
    /// When a field holds what the type does not allow, as a newer program may write.
    pub fn read<R: Record>(&self) -> Result<R, Unreadable> {
        let fields = || self.fields.iter().filter(|field| field.name != LIFE && !field.is_null());
        let read = R::deserialize(MapDeserializer::new(fields().map(|field| (field.name, field.value))));
        // Read from text, an error names a column of it; from values it says what the whole state would say.
        read.or_else(|_: serde_json::Error| {
            let value = |field: &ShownField<'_>| Ok((field.name.to_owned(), serde_json::from_str(field.value.get())?));
            serde_json::from_value(Value::Object(fields().map(value).collect::<Result<_, serde_json::Error>>()?))
        })
        .map_err(|error| Unreadable { kind: Kind::named(self.kind), id: self.id, why: error.to_string() })
    }
}
