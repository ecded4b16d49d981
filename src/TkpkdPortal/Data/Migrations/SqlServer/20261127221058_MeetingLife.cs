using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MeetingLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AttendanceCode",
                table: "Meetings",
                type: "nvarchar(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Meetings",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Meetings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Course",
                table: "Meetings",
                type: "nvarchar(max)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Letter_Number",
                table: "Meetings",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Letter_On",
                table: "Meetings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Letter_SignatoryName",
                table: "Meetings",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Letter_SignatoryTitle",
                table: "Meetings",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Letter_StaffNumber",
                table: "Meetings",
                type: "nvarchar(18)",
                maxLength: 18,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoteTaker",
                table: "Meetings",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "At",
                table: "AgendaItem",
                type: "time",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MeetingAttendees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Function = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Institution = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true),
                    StruckAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingAttendees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingAttendees_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingChapter",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Chapter = table.Column<int>(type: "int", nullable: false),
                    IsShown = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    MeetingId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingChapter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingChapter_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Indicator = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpdId = table.Column<long>(type: "bigint", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingDecisions_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingInvitee",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    OpdId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingInvitee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingInvitee_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingMinutes",
                columns: table => new
                {
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingMinutes", x => x.MeetingId);
                    table.ForeignKey(
                        name: "FK_MeetingMinutes_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingSnapshots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DataAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    List = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Program = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenById = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingSnapshots_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DecisionId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionAreas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionAreas_MeetingDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "MeetingDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionCase",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DecisionId = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionCase", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionCase_MeetingDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "MeetingDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionProgram",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DecisionId = table.Column<long>(type: "bigint", nullable: false),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionProgram", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionProgram_MeetingDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "MeetingDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionReport",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DecisionId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    OpdId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    Progress = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Obstacle = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionReport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionReport_MeetingDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "MeetingDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionSupport",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DecisionId = table.Column<long>(type: "bigint", nullable: false),
                    OpdId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionSupport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionSupport_MeetingDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "MeetingDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SnapshotContents",
                columns: table => new
                {
                    SnapshotId = table.Column<long>(type: "bigint", nullable: false),
                    Figures = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Pack = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SnapshotContents", x => x.SnapshotId);
                    table.ForeignKey(
                        name: "FK_SnapshotContents_MeetingSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "MeetingSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_AttendanceCode",
                table: "Meetings",
                column: "AttendanceCode",
                unique: true,
                filter: "[AttendanceCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionAreas_AreaCode",
                table: "DecisionAreas",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionAreas_DecisionId",
                table: "DecisionAreas",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionCase_DecisionId",
                table: "DecisionCase",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionProgram_DecisionId",
                table: "DecisionProgram",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionReport_DecisionId_Number",
                table: "DecisionReport",
                columns: new[] { "DecisionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionSupport_DecisionId",
                table: "DecisionSupport",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendees_MeetingId",
                table: "MeetingAttendees",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAttendees_PublicId",
                table: "MeetingAttendees",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingChapter_MeetingId",
                table: "MeetingChapter",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDecisions_MeetingId_Number",
                table: "MeetingDecisions",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDecisions_OpdId_State_DueOn",
                table: "MeetingDecisions",
                columns: new[] { "OpdId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDecisions_PublicId",
                table: "MeetingDecisions",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingInvitee_MeetingId",
                table: "MeetingInvitee",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSnapshots_MeetingId_Number",
                table: "MeetingSnapshots",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingSnapshots_PublicId",
                table: "MeetingSnapshots",
                column: "PublicId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DecisionAreas");

            migrationBuilder.DropTable(
                name: "DecisionCase");

            migrationBuilder.DropTable(
                name: "DecisionProgram");

            migrationBuilder.DropTable(
                name: "DecisionReport");

            migrationBuilder.DropTable(
                name: "DecisionSupport");

            migrationBuilder.DropTable(
                name: "MeetingAttendees");

            migrationBuilder.DropTable(
                name: "MeetingChapter");

            migrationBuilder.DropTable(
                name: "MeetingInvitee");

            migrationBuilder.DropTable(
                name: "MeetingMinutes");

            migrationBuilder.DropTable(
                name: "SnapshotContents");

            migrationBuilder.DropTable(
                name: "MeetingDecisions");

            migrationBuilder.DropTable(
                name: "MeetingSnapshots");

            migrationBuilder.DropIndex(
                name: "IX_Meetings_AttendanceCode",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "AttendanceCode",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Course",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Letter_Number",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Letter_On",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Letter_SignatoryName",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Letter_SignatoryTitle",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "Letter_StaffNumber",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "NoteTaker",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "At",
                table: "AgendaItem");
        }
    }
}
