using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>Reads rows from memory, whatever database asks: a number, day or id is taken from the text or integer in which SQLite keeps it.</summary>
internal sealed class ResultReader(params IReadOnlyList<ResultRows> results) : DbDataReader
{
    private int _result, _row = -1;

    public override int Depth => 0;

    public override int FieldCount => Current.Columns.Count;

    public override bool HasRows => Current.Rows.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    private ResultRows Current => _result < results.Count ? results[_result] : ResultRows.Empty;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < Current.Rows.Count;

    public override bool NextResult() => (_row = -1) < 0 && ++_result < results.Count;

    public override string GetName(int ordinal) => Current.Columns[ordinal];

    public override int GetOrdinal(string name) => Enumerable.Range(0, FieldCount).First(i => Current.Columns[i] == name);

    public override object GetValue(int ordinal) => Current.Rows[_row][ordinal];

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override T GetFieldValue<T>(int ordinal) => (T)As(typeof(T), GetValue(ordinal));

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override Type GetFieldType(int ordinal) => Current.Rows.Count > 0 ? Current.Rows[0][ordinal].GetType() : typeof(object);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    private static object As(Type type, object value) => value switch
    {
        _ when type.IsInstanceOfType(value) => value,
        string text when type == typeof(Guid) => Guid.Parse(text),
        string text when type == typeof(DateTime) => DateTime.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        string text when type == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(TimeOnly) => TimeOnly.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        _ => Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture),
    };
}
