//! One declaration for the words of both languages, so that none can be missing in either.

/// Declares a struct of words, sentences and lists, with its values `VIETNAMESE` and `ENGLISH`.
///
/// Words are plain text, sentences are made from arguments, lists are values of any type. A key is told by its screen and
/// command, as `⟨units/new⟩`, because people may give commands other keys.
macro_rules! both {
    (
        $(#[doc = $doc:literal])* struct $name:ident;
        words { $($word:ident: $vi:literal, $en:literal;)* }
        sentences { $($sentence:ident($($arg:ident: $type:ty),*): $vi_made:expr, $en_made:expr;)* }
        lists { $($list:ident: $list_type:ty = $vi_list:expr, $en_list:expr;)* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug)]
        pub struct $name {
            $(#[doc = $en] pub $word: &'static str,)*
            $(#[doc = stringify!($en_made)] pub $sentence: fn($($type),*) -> String,)*
            $(#[doc = stringify!($list)] pub $list: $list_type,)*
        }
        pub(super) const VIETNAMESE: $name = $name {
            $($word: $vi,)*
            $($sentence: |$($arg: $type),*| $vi_made,)*
            $($list: $vi_list,)*
        };
        pub(super) const ENGLISH: $name = $name {
            $($word: $en,)*
            $($sentence: |$($arg: $type),*| $en_made,)*
            $($list: $en_list,)*
        };
    };
}

pub(super) use both;
